import type { FrozenCart } from '@souk/contracts/carts'
import { next } from '@souk/kit/saga'
import type { FeatureRoom } from '@souk/kit/service'
import { placeOrder as place } from '../domain/place-order.ts'
import type { CheckoutMemory } from '../sagas/checkout.ts'
import type { OrdersStore } from '../store/orders-store.ts'
import { actIn } from './act.ts'

/** The order exists from here on, pending: it is the snapshot of the frozen cart. */
export async function placeOrder({ orderId, actor, cart }: CheckoutMemory, room: FeatureRoom<OrdersStore>) {
  const number = await room.store.nextNumber()
  const order = place(cart as FrozenCart, { id: orderId, number, act: actIn(room, actor) })
  await room.store.add(order)
  return next<CheckoutMemory>({ cart: undefined, total: order.totals.total })
}
