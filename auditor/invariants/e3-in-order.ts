import type { Invariant } from '../invariant.ts'
import { appliedTooEarly, countEvents, versionsAstray } from '../store/events.ts'

export const inOrder: Invariant = {
  id: 'E3',
  title: 'Events of one subject are announced, stored and applied in the order of their versions',
  async wholeShop({ snapshots, patience }, { looked, offends }) {
    for (const service of snapshots.services) {
      const sql = snapshots.of(service)
      looked(await countEvents(sql))
      const found = [
        ...(await versionsAstray(sql, 'outbox')),
        ...(patience.anyOrder ? [] : await versionsAstray(sql, 'inbox')),
        ...(await appliedTooEarly(sql)),
      ]
      for (const { id, subject, says } of found)
        offends({ id, about: subject, says: `In ${service}: ${says}.` })
    }
  },
}
