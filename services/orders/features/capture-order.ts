import { money } from '@souk/contracts/money'
import type { captureOrder as contract } from '@souk/contracts/orders'
import { capturePayment } from '@souk/contracts/payments'
import { refuse } from '@souk/kit/contract'
import { actorOf, type Process, type Room } from '@souk/kit/service'
import { notePayment } from '../domain/note-payment.ts'
import { owedOf } from '../domain/payments.ts'
import type { OrdersStore } from '../store/orders-store.ts'
import { changeOrder } from './change-order.ts'

export const captureOrder: Process<typeof contract, OrdersStore> = async ({ id, amount }, room) => {
  const order = await room.store.find(id)
  if (!order) return refuse('not_found')
  // Of an order that was edited less may be owed than is held.
  const upTo = order.edits && { upTo: money(Math.max(0, owedOf(order)), order.currency) }
  const captured = await room.ask(capturePayment, {
    orderId: id,
    amount,
    ...upTo,
    requestId: requestOf(room),
  })
  if (!captured.ok) return captured.refusal
  const { others = [], ...first } = captured.body
  return await changeOrder(id, room, (now, act) =>
    [first, ...others].reduce((noted, payment) => notePayment(noted, payment, act), now),
  )
}

/** The caller's key, made the provider's: the same request never moves money twice, and a key is its caller's own. */
export const requestOf = ({
  caller,
  idempotencyKey,
}: Pick<Room<unknown>, 'caller' | 'idempotencyKey'>): string => `${actorOf(caller)} ${idempotencyKey ?? ''}`
