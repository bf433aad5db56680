import type { captureOrder as contract } from '@souk/contracts/orders'
import { capturePayment } from '@souk/contracts/payments'
import { refuse } from '@souk/kit/contract'
import { actorOf, type Process, type Room } from '@souk/kit/service'
import { notePayment } from '../domain/note-payment.ts'
import type { OrdersStore } from '../store/orders-store.ts'
import { changeOrder } from './change-order.ts'

export const captureOrder: Process<typeof contract, OrdersStore> = async ({ id, amount }, room) => {
  if (!(await room.store.find(id))) return refuse('not_found')
  const captured = await room.ask(capturePayment, { orderId: id, amount, requestId: requestOf(room) })
  if (!captured.ok) return captured.refusal
  return await changeOrder(id, room, (order, act) => notePayment(order, captured.body, act))
}

/** The caller's key, made the provider's: the same request never moves money twice, and a key is its caller's own. */
export const requestOf = ({
  caller,
  idempotencyKey,
}: Pick<Room<unknown>, 'caller' | 'idempotencyKey'>): string => `${actorOf(caller)} ${idempotencyKey ?? ''}`
