import { next } from '@souk/kit/saga'
import type { FeatureRoom } from '@souk/kit/service'
import { notePayment } from '../domain/note-payment.ts'
import type { CancellationMemory } from '../sagas/cancellation.ts'
import type { OrdersStore } from '../store/orders-store.ts'
import { actIn } from './act.ts'

/** The order shows at once what became of its money; the event says the same a moment later. */
export async function keepPayment(
  { orderId, payment, others = [] }: CancellationMemory,
  room: FeatureRoom<OrdersStore>,
) {
  const order = await room.store.lock(orderId)
  const told = payment ? [payment, ...others] : []
  const act = actIn(room)
  if (order && payment)
    await room.store.save(told.reduce((noted, one) => notePayment(noted, one, act), order))
  return next<CancellationMemory>()
}
