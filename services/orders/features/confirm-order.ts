import { orderConfirmed } from '@souk/contracts/orders'
import { refuse } from '@souk/kit/contract'
import { next } from '@souk/kit/saga'
import type { FeatureRoom } from '@souk/kit/service'
import { notePayment } from '../domain/note-payment.ts'
import { changed } from '../domain/order.ts'
import { factsOf } from '../domain/view.ts'
import type { CheckoutMemory } from '../sagas/checkout.ts'
import type { OrdersStore } from '../store/orders-store.ts'
import { actIn } from './act.ts'
import { tokenFor } from './order-token.ts'

/** Goods are promised and the money is verified: the order stands, and everybody hears of it. */
export async function confirmOrder({ orderId, payment }: CheckoutMemory, room: FeatureRoom<OrdersStore>) {
  const order = await room.store.lock(orderId)
  if (!order) throw new Error(`order ${orderId} is not there to be confirmed`)
  // Whoever lost the saga's lease on the way finds it done: it is told once.
  if (order.wasConfirmed) return next<CheckoutMemory>()
  if (order.isCancelRequested || order.status === 'cancelled') return refuse('order_cancelled')
  const act = actIn(room)
  const paid = payment ? notePayment(order, payment, act) : order
  const confirmed = changed(paid, { status: 'confirmed', wasConfirmed: true }, { ...act, type: 'confirmed' })
  await room.store.save(confirmed)
  room.publish(orderConfirmed(factsOf(confirmed, { token: tokenFor(orderId, room), at: act.at })))
  return next<CheckoutMemory>()
}
