import type { Invariant } from '../invariant.ts'
import { brokenEntries, countEntries } from '../store/accounts.ts'

export const onRecord: Invariant = {
  id: 'A2',
  title: 'What staff did is on record as it was written: no entry was changed, taken out or put in between',
  async wholeShop({ snapshots }, { looked, offends }) {
    const sql = snapshots.of('accounts')
    looked(await countEntries(sql))
    for (const { position } of await brokenEntries(sql)) {
      const id = `entry ${position}`
      offends({
        id,
        about: id,
        says: `Entry ${position} of the audit log does not follow from the one before.`,
      })
    }
  },
}
