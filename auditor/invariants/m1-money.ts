import type { Invariant } from '../invariant.ts'
import { countBooked, entriesAstray, figuresAstray } from '../store/payments.ts'

export const money: Invariant = {
  id: 'M1',
  title:
    'Of each payment captured and voided are within authorized, refunded within captured, and every entry balances',
  async wholeShop({ snapshots }, { looked, offends }) {
    const sql = snapshots.of('payments')
    looked(await countBooked(sql))
    for (const { id, orderId, says } of await figuresAstray(sql))
      offends({ id, about: orderId ?? id, says: `Payment ${id} ${says}.` })
    for (const { id, orderId, says } of await entriesAstray(sql))
      offends({ id, about: orderId ?? id, says: `Ledger entry ${id} ${says}.` })
  },
}
