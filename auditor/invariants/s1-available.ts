import type { Invariant } from '../invariant.ts'
import { countShelves, shelvesOversold } from '../store/inventory.ts'

export const available: Invariant = {
  id: 'S1',
  title: 'No shelf promises more than lies on it, and no promise is shipped beyond what it is',
  async wholeShop({ snapshots }, { looked, offends }) {
    const sql = snapshots.of('inventory')
    looked(await countShelves(sql))
    for (const { says, ...named } of await shelvesOversold(sql))
      offends({ ...named, says: `${named.id} ${says}.` })
  },
}
