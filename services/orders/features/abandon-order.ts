import { orderCancelled } from '@souk/contracts/orders'
import type { Refusal } from '@souk/kit/contract'
import type { FeatureRoom } from '@souk/kit/service'
import { cancelled } from '../domain/cancel.ts'
import { factsOf } from '../domain/view.ts'
import type { CheckoutMemory } from '../sagas/checkout.ts'
import type { OrdersStore } from '../store/orders-store.ts'
import { actIn } from './act.ts'
import { tokenFor } from './order-token.ts'

/** A checkout came to nothing: its order is cancelled for the reason that ended it. */
export async function abandonOrder(
  { orderId, payment }: CheckoutMemory,
  room: FeatureRoom<OrdersStore>,
  refusal: Refusal,
) {
  const order = await room.store.lock(orderId)
  if (!order || order.status === 'cancelled') return
  const act = actIn(room)
  const known = payment && !order.payment ? { ...order, payment } : order
  const ended = cancelled(known, refusal.code, act)
  await room.store.save(ended)
  const facts = factsOf(ended, { token: tokenFor(orderId, room), at: act.at })
  room.publish(orderCancelled({ ...facts, reason: refusal.code, wasConfirmed: false }))
}
