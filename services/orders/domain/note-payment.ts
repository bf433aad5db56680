import type { Payment, Refund } from '@souk/contracts/payments'
import { type Act, changed, type Order, type OrderRefund } from './order.ts'
import { paymentsOf } from './payments.ts'
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
  const isKnown = paymentsOf(order).some(({ id }) => id === payment.id)
  // What is due later is paid in attempts: whoever conducts one says whether the order keeps its payment.
  const isAttempt = !isKnown && (order.payment !== null || order.attempts !== undefined)
  return isAttempt ? order : keepPayment(order, payment, act)
}

/** The same for a payment the order may not know yet: it is its own from here on. */
export function keepPayment(order: Order, payment: Payment, act: Act): Order {
  const before = paymentsOf(order).find(({ id }) => id === payment.id)
  if (before && before.version >= payment.version) return order
  const type =
    before?.refunded.amount === payment.refunded.amount || !before ? ENTRY[payment.status] : undefined
  const isNews =
    type !== undefined &&
    (before?.status !== payment.status || before.captured.amount !== payment.captured.amount)
  const payments = placed(order, payment)
  const next = { ...order, ...payments }
  if (!isNews) return { ...next, version: order.version + 1, status: statusOf(next) }
  return changed(order, { ...payments, status: statusOf(next) }, { ...act, type })
}

function placed(order: Order, payment: Payment): Pick<Order, 'payment' | 'morePayments'> {
  const { payment: first, morePayments = [] } = order
  if (!first || first.id === payment.id) return { payment, ...(order.morePayments && { morePayments }) }
  const isKnown = morePayments.some(({ id }) => id === payment.id)
  return {
    payment: first,
    morePayments: isKnown
      ? morePayments.map((one) => (one.id === payment.id ? payment : one))
      : [...morePayments, payment],
  }
}

/**
 * Notes a refund once, or what became of it. Who asked for it knows of which lines, and may get their answer after
 * the news: neither takes back what the other said.
 */
export function noteRefund(
  order: Order,
  refund: Refund & Partial<Pick<OrderRefund, 'lines' | 'shipping'>>,
  act: Act,
): Order {
  const before = order.refunds.find(({ id }) => id === refund.id)
  const status = before && before.status !== 'pending' ? before.status : refund.status
  const lines = refund.lines?.length ? refund.lines : (before?.lines ?? [])
  const isTold = before?.shipping === refund.shipping || !refund.shipping
  if (before?.status === status && before.lines.length === lines.length && isTold) return order
  const shipping = refund.shipping ?? before?.shipping
  const noted = { ...refund, status, lines, ...(shipping && { shipping }) }
  const refunds = before
    ? order.refunds.map((one) => (one.id === refund.id ? noted : one))
    : [...order.refunds, noted]
  if (before?.status === status) return { ...order, refunds, version: order.version + 1 }
  return changed(order, { refunds }, { ...act, type: 'refunded', detail: refund.reason })
}
