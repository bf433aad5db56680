import type { payOrder as contract } from '@souk/contracts/orders'
import { answer, type Input, isRefusal, type Refusal, refuse } from '@souk/kit/contract'
import type { SagaView } from '@souk/kit/saga'
import { actorOf, type FeatureRoom, type Process, type ProcessRoom } from '@souk/kit/service'
import { bookAttempt } from '../domain/attempts.ts'
import { viewOf } from '../domain/view.ts'
import { type FurtherPaymentMemory, furtherPayment } from '../sagas/further-payment.ts'
import type { OrdersStore } from '../store/orders-store.ts'
import { requestOf } from './capture-order.ts'
import { findOrder } from './find-order.ts'

/** Pays what is due. The amount is booked on the order first, so that nobody pays it twice. */
export const payOrder: Process<typeof contract, OrdersStore> = async (input, room) => {
  if (!(await findOrder(input, room))) return refuse('not_found')
  const number = await room.transaction((inside) => book(input, inside))
  if (isRefusal(number)) return number
  return await answerFor(await room.conduct(furtherPayment, `${input.id} ${number}`), room)
}

async function book(input: Input<typeof contract>, room: FeatureRoom<OrdersStore>) {
  const { id, paymentMethodId: methodId, paymentToken, returnUrl } = input
  const order = await room.store.lock(id)
  if (!order) return refuse('not_found')
  const booked = bookAttempt(order, requestOf(room))
  if (isRefusal(booked)) return booked
  const { number, amount } = booked.attempt
  if (booked.order === order) return number
  await room.store.save(booked.order)
  const actor = actorOf(room.caller)
  const memory = { orderId: id, attempt: number, amount, actor, methodId, paymentToken, returnUrl }
  await room.sagas.start(furtherPayment, `${id} ${number}`, memory)
  return number
}

async function answerFor(
  { state, memory, refusal }: SagaView<FurtherPaymentMemory>,
  room: ProcessRoom<OrdersStore>,
) {
  if (refusal) return told(refusal)
  const found = await room.store.find(memory.orderId)
  if (!found) return refuse('not_found')
  const order = viewOf(found)
  if (state === 'completed') return answer(201, { type: 'order' as const, order })
  const url = memory.payment?.redirectUrl
  if (state === 'waiting' && memory.payment?.status === 'requires_action' && url)
    return answer(202, {
      type: 'action_required' as const,
      order,
      action: { kind: 'redirect' as const, url },
    })
  return answer(202, { type: 'processing' as const, order }, { 'retry-after': '2' })
}

const CODES = ['payment_declined', 'payment_method_unknown', 'order_cancelled', 'invalid_request'] as const

/** Why a payment came to nothing, in the words of this call. */
function told({ code, detail, errors }: Refusal) {
  const known = CODES.find((one) => one === code)
  return refuse(known ?? 'payment_expired', { detail, errors })
}
