import type { previewRefund as contract } from '@souk/contracts/orders'
import { planRefund } from '@souk/contracts/payments'
import { isRefusal, refuse } from '@souk/kit/contract'
import type { Query } from '@souk/kit/service'
import { refundForLines } from '../domain/refund-lines.ts'
import type { OrdersStore } from '../store/orders-store.ts'

/** Which payments would give the amount back, and why these; nothing is booked. */
export const previewRefund: Query<typeof contract, OrdersStore> = async (input, { store, ask }) => {
  const order = await store.find(input.id)
  if (!order) return refuse('not_found')
  const amount =
    'amount' in input
      ? input.amount
      : refundForLines(order, 'lines' in input ? input.lines : [], { shipping: input.shipping })
  if (isRefusal(amount)) return amount
  const planned = await ask(planRefund, { orderId: order.id, amount })
  return planned.ok ? { amount, payments: planned.body.parts } : planned.refusal
}
