import type { refundOrder as contract } from '@souk/contracts/orders'
import { refundPayment } from '@souk/contracts/payments'
import { isRefusal, refuse } from '@souk/kit/contract'
import type { Process } from '@souk/kit/service'
import { notePayment, noteRefund } from '../domain/note-payment.ts'
import { refundForLines } from '../domain/refund-lines.ts'
import type { OrdersStore } from '../store/orders-store.ts'
import { requestOf } from './capture-order.ts'
import { changeOrder } from './change-order.ts'

export const refundOrder: Process<typeof contract, OrdersStore> = async (input, room) => {
  const { id, reason } = input
  const order = await room.store.find(id)
  if (!order) return refuse('not_found')
  const lines = 'lines' in input ? input.lines : []
  const amount = 'amount' in input ? input.amount : refundForLines(order, input.lines)
  if (isRefusal(amount)) return amount
  const refunded = await room.ask(refundPayment, { orderId: id, amount, reason, requestId: requestOf(room) })
  if (!refunded.ok) return refunded.refusal
  const { refund, payment } = refunded.body
  return await changeOrder(id, room, (now, act) =>
    noteRefund(notePayment(now, payment, act), { ...refund, lines }, act),
  )
}
