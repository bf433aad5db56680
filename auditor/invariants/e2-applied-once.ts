import { differingBuckets, groupDigests } from '../digests.ts'
import type { Invariant, WholeShop } from '../invariant.ts'
import { announcedIn, countEvents, type Digest, digests, eventsTwice, heardIn } from '../store/events.ts'
import type { Findings } from '../verdict.ts'

export const appliedOnce: Invariant = {
  id: 'E2',
  title:
    'Every event is applied once by each hearer, has somebody who announced it, and facts that happen once are told once',
  async wholeShop(shop, { looked, offends }) {
    const { snapshots, patience } = shop
    const announced = new Map<string, Origin[]>()
    for (const service of snapshots.services) {
      const sql = snapshots.of(service)
      looked(await countEvents(sql))
      for (const { id, subject, says } of await eventsTwice(sql))
        offends({ id, about: subject, says: `In ${service}: ${says}.` })
      for (const [type, rows] of groupDigests(await digests(sql, 'outbox', patience)))
        announced.set(type, [...(announced.get(type) ?? []), { producer: service, rows }])
    }
    for (const service of snapshots.services) await findUnannounced(service, { shop, announced, offends })
  },
}

interface Origin {
  readonly producer: string
  readonly rows: readonly Digest[]
}

interface With {
  readonly shop: WholeShop
  /** Few types are announced by more than one service. */
  readonly announced: ReadonlyMap<string, readonly Origin[]>
  readonly offends: Findings['offends']
}

/** Events a service has applied and nobody has announced. */
async function findUnannounced(service: string, { shop, announced, offends }: With): Promise<void> {
  const { snapshots, patience } = shop
  for (const [type, rows] of groupDigests(await digests(snapshots.of(service), 'inbox', patience))) {
    const origins = announced.get(type) ?? []
    const buckets =
      origins.length > 1 ? rows.map(({ bucket }) => bucket) : differingBuckets(rows, origins[0]?.rows ?? [])
    if (buckets.length === 0) continue
    const known = new Set<string>()
    for (const { producer } of origins)
      for (const { id } of await announcedIn(snapshots.of(producer), type, buckets, patience)) known.add(id)
    for (const { id, subject } of await heardIn(snapshots.of(service), type, buckets, patience))
      if (!known.has(id))
        offends({ id, about: subject, says: `${service} has ${type} ${id}, which nobody announced.` })
  }
}
