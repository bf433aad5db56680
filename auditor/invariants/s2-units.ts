import type { Invariant } from '../invariant.ts'
import { countMovements, countShelves, onHandAstray, reservedAstray } from '../store/inventory.ts'

export const units: Invariant = {
  id: 'S2',
  title: 'Units on hand are the sum of their movements, reserved units the sum of the promises that stand',
  async wholeShop({ snapshots }, { looked, offends }) {
    const sql = snapshots.of('inventory')
    looked((await countShelves(sql)) + (await countMovements(sql)))
    for (const { says, ...named } of [...(await onHandAstray(sql)), ...(await reservedAstray(sql))])
      offends({ ...named, says: `${named.id} ${says}.` })
  },
}
