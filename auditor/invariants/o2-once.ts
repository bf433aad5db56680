import type { Invariant } from '../invariant.ts'
import { countOrders, keysAstray, orderTwins } from '../store/orders.ts'

export const once: Invariant = {
  id: 'O2',
  title: 'One cart, one number, one idempotency key: one order that lives, and one charge',
  eachOrder({ id, order, entries }, { looked, offends }) {
    const charges = entries.filter(({ kind, status }) => kind === 'authorization' && status === 'succeeded')
    looked(charges.length)
    // What became due after an edit is paid in attempts of its own, each charged once as well.
    const attempts = order?.document.attempts?.length ?? 0
    const isTwice = new Set(charges.map(({ reference }) => reference)).size < charges.length
    if (isTwice || charges.length > 1 + attempts)
      offends({ id, about: id, says: `Order ${id} was charged ${charges.length} times by the provider.` })
  },
  async wholeShop({ snapshots, isUnderWay }, { looked, offends }) {
    const sql = snapshots.of('orders')
    looked(await countOrders(sql))
    for (const { what, shared, orderIds } of await orderTwins(sql))
      offends({
        id: shared,
        about: orderIds[0] ?? shared,
        says: `${orderIds.length} orders share the ${what} ${shared}: ${orderIds.join(', ')}.`,
      })
    for (const { orderId, keys, saga } of await keysAstray(sql)) {
      if (isUnderWay(orderId)) continue
      const whose = `${keys} idempotency keys lead to order ${orderId}`
      offends({ id: orderId, about: orderId, says: `${whose}, whose checkout is ${saga ?? 'not there'}.` })
    }
  },
}
