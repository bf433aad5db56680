import { differingBuckets, groupDigests } from '../digests.ts'
import type { Invariant } from '../invariant.ts'
import { announcedIn, digests, eventsStranded, heardIn } from '../store/events.ts'

export const delivered: Invariant = {
  id: 'E1',
  title: 'Every event is sent and stored by every service that hears it, and none is parked or left waiting',
  async wholeShop({ snapshots, hears, patience }, { looked, offends }) {
    const inboxes = new Map<string, ReturnType<typeof groupDigests>>()
    for (const service of snapshots.services) {
      const sql = snapshots.of(service)
      inboxes.set(service, groupDigests(await digests(sql, 'inbox', patience)))
      for (const { id, subject, says } of await eventsStranded(sql, patience))
        offends({ id, about: subject, says: `In ${service}: ${says}.` })
    }
    for (const producer of snapshots.services) {
      const sql = snapshots.of(producer)
      for (const [type, sent] of groupDigests(await digests(sql, 'outbox', patience))) {
        for (const [hearer, types] of hears) {
          if (!types.includes(type)) continue
          looked(sent.reduce((sum, { count }) => sum + count, 0))
          const buckets = differingBuckets(sent, inboxes.get(hearer)?.get(type) ?? [])
          if (buckets.length === 0) continue
          const heard = await heardIn(snapshots.of(hearer), type, buckets, patience)
          const known = new Set(heard.map(({ id }) => id))
          // What was not sent yet is told by itself when it is late.
          for (const { id, subject, publishedAt } of await announcedIn(sql, type, buckets, patience))
            if (publishedAt && publishedAt <= patience.youngSince && !known.has(id))
              offends({ id, about: subject, says: `${type} ${id} was sent, and ${hearer} does not have it.` })
        }
      }
    }
  },
}
