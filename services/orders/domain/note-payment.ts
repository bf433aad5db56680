import type { Payment, Refund } from '@souk/contracts/payments'
import { type Act, changed, type Order } from './order.ts'
import { statusOf } from './statuses.ts'

const ENTRY: Partial<Record<Payment['status'], string>> = {
  authorized: 'payment_authorized',
  captured: 'payment_captured',
  failed: 'payment_failed',
  voided: 'payment_voided',
  unknown: 'payment_unknown',
  requires_action: 'payment_action_required',
}

/** Keeps the newest state of the payment; an older one, or the same again, changes nothing. */
export function notePayment(order: Order, payment: Payment, act: Act): Order {
  if (order.payment && order.payment.version >= payment.version) return order
  const type =
    order.payment?.refunded.amount === payment.refunded.amount || !order.payment
      ? ENTRY[payment.status]
      : undefined
  const isNews =
    type !== undefined &&
    (order.payment?.status !== payment.status || order.payment.captured.amount !== payment.captured.amount)
  const next = { ...order, payment }
  if (!isNews) return { ...next, version: order.version + 1, status: statusOf(next) }
  return changed(order, { payment, status: statusOf(next) }, { ...act, type })
}

/**
 * Notes a refund once, or what became of it. Who asked for it knows of which lines, and may get their answer after
 * the news: neither takes back what the other said.
 */
export function noteRefund(
  order: Order,
  refund: Refund & { lines?: readonly { lineId: string; quantity: number }[] },
  act: Act,
): Order {
  const before = order.refunds.find(({ id }) => id === refund.id)
  const status = before && before.status !== 'pending' ? before.status : refund.status
  const lines = refund.lines?.length ? refund.lines : (before?.lines ?? [])
  if (before?.status === status && before.lines.length === lines.length) return order
  const noted = { ...refund, status, lines }
  const refunds = before
    ? order.refunds.map((one) => (one.id === refund.id ? noted : one))
    : [...order.refunds, noted]
  if (before?.status === status) return { ...order, refunds, version: order.version + 1 }
  return changed(order, { refunds }, { ...act, type: 'refunded', detail: refund.reason })
}
