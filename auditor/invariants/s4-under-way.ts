import type { Invariant } from '../invariant.ts'
import { bundlesAstray, countUnderWay, goodsAstray, incomingAstray } from '../store/inventory.ts'

export const underWay: Invariant = {
  id: 'S4',
  title:
    'What left one location is at the other, on its way, noted as missing or back; bundles have no stock',
  async wholeShop({ snapshots }, { looked, offends }) {
    const sql = snapshots.of('inventory')
    looked(await countUnderWay(sql))
    const found = await Promise.all([incomingAstray(sql), goodsAstray(sql), bundlesAstray(sql)])
    for (const { says, ...named } of found.flat()) offends({ ...named, says: `${named.id} ${says}.` })
  },
}
