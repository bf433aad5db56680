import { isRefusal, refuse } from '@souk/kit/contract'
import { next } from '@souk/kit/saga'
import type { FeatureRoom } from '@souk/kit/service'
import { closeAttempt } from '../domain/attempts.ts'
import { keepPayment } from '../domain/note-payment.ts'
import type { FurtherPaymentMemory } from '../sagas/further-payment.ts'
import type { OrdersStore } from '../store/orders-store.ts'
import { actIn } from './act.ts'
import { changeWithin } from './change-order.ts'
import { settleIfOverpaid } from './settle-if-overpaid.ts'

type Memory = FurtherPaymentMemory

/** The order has one more payment. One that was cancelled meanwhile does not keep it. */
export async function keepAttempt(
  { orderId, attempt, payment, actor }: Memory,
  room: FeatureRoom<OrdersStore>,
) {
  const act = actIn(room, actor)
  const made = await changeWithin(orderId, room, (order) => {
    if (order.status === 'cancelled') return refuse('order_cancelled')
    return closeAttempt(payment ? keepPayment(order, payment, act) : order, attempt, 'paid')
  })
  if (isRefusal(made)) return made
  await settleIfOverpaid(made, room)
  return next<Memory>()
}

export async function dropAttempt({ orderId, attempt }: Memory, { store }: FeatureRoom<OrdersStore>) {
  const order = await store.lock(orderId)
  if (order) await store.save(closeAttempt(order, attempt, 'failed'))
}
