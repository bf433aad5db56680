import type { Invariant } from '../invariant.ts'
import { isLate } from '../patience.ts'
import { erasuresIn } from '../store/accounts.ts'

export const forgotten: Invariant = {
  id: 'F1',
  title:
    'An erased customer is nobody any more, and every service that hears of erasures has said that it forgot',
  async wholeShop({ snapshots, hears, patience }, { looked, offends }) {
    const holders = [...hears].filter(([, types]) => types.includes('accounts.customer-erased.v1'))
    for (const { customerId: id, lastAskedAt, answered, isNamed } of await erasuresIn(
      snapshots.of('accounts'),
    )) {
      looked()
      const says = (what: string) =>
        offends({ id, about: id, says: `Customer ${id} was erased, and ${what}.` })
      if (isNamed) says('their row still tells who they were')
      if (!isLate(lastAskedAt, patience)) continue
      const missing = holders.map(([name]) => name).filter((name) => !answered.includes(name))
      if (missing.length > 0) says(`${missing.join(', ')} never said that they forgot`)
    }
  },
}
