import type { Invariant } from '../invariant.ts'
import { answersAstray } from '../store/sagas.ts'

export const answers: Invariant = {
  id: 'I1',
  title: 'Answers kept for idempotency keys are sealed: the database alone cannot read them',
  async wholeShop({ snapshots }, { looked, offends }) {
    for (const service of snapshots.services) {
      const { count, readable } = await answersAstray(snapshots.of(service))
      looked(count)
      for (const { key } of readable)
        offends({ id: key, about: key, says: `${service} keeps an answer of ${key} that can be read.` })
    }
  },
}
