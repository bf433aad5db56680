import type { Order as OrderView } from '@souk/contracts/orders'
import type { Order } from './order.ts'
import { dueOf, figuresOf, owedOf, paymentsOf } from './payments.ts'

/** What the money says. A function of the payment's figures: nobody sets it. */
export function paymentStatusOf(
  order: Pick<Order, 'payment' | 'morePayments' | 'totals' | 'edits'>,
): OrderView['paymentStatus'] {
  const payments = paymentsOf(order)
  const owed = owedOf(order)
  if (payments.length === 0) return owed <= 0 ? 'paid' : 'pending'
  const { captured, refunded, authorized, voided } = figuresOf(order)
  if (captured > 0) {
    if (refunded >= captured) return 'refunded'
    if (refunded > 0) return 'partially_refunded'
    return captured < owed ? 'partially_paid' : 'paid'
  }
  if (payments.every(({ status }) => status === 'failed')) return 'failed'
  if (payments.every(({ status }) => status === 'voided') || (authorized > 0 && voided >= authorized))
    return 'voided'
  return authorized > 0 ? 'authorized' : 'pending'
}

/** What the parcels say. */
export function fulfilmentStatusOf({
  lines,
  fulfilments,
}: Pick<Order, 'lines' | 'fulfilments'>): OrderView['fulfilmentStatus'] {
  const ordered = lines.reduce((sum, { quantity }) => sum + quantity, 0)
  const units = (statuses: readonly string[]) =>
    fulfilments
      .filter(({ status }) => statuses.includes(status))
      .reduce((sum, parcel) => sum + parcel.lines.reduce((inner, { quantity }) => inner + quantity, 0), 0)
  if (units(['delivered']) >= ordered) return 'delivered'
  if (units(['shipped', 'delivered']) >= ordered) return 'shipped'
  const packed = units(['pending', 'shipped', 'delivered'])
  if (packed === 0) return 'unfulfilled'
  return packed < ordered ? 'partially_fulfilled' : 'fulfilled'
}

const RETURN_RANK = { requested: 3, approved: 2, received: 1, closed: 0 } as const

/** The return that still waits for most. */
export function returnStatusOf({ returns }: Pick<Order, 'returns'>): OrderView['returnStatus'] {
  const [first] = [...returns].sort((a, b) => RETURN_RANK[b.status] - RETURN_RANK[a.status])
  return first?.status ?? 'none'
}

/**
 * `processing` once a parcel is packed, `completed` once all arrived and nothing is due, or can be had any more: a hold
 * that ran out after the goods had left is a loss for people to see to, not a reason to wait.
 */
export function statusOf(order: Order): Order['status'] {
  if (order.status !== 'confirmed' && order.status !== 'processing') return order.status
  const fulfilment = fulfilmentStatusOf(order)
  const money = paymentStatusOf(order)
  const isPaid = ['paid', 'partially_refunded', 'refunded'].includes(money) && dueOf(order) === 0
  const isSettled = isPaid || money === 'voided'
  if (fulfilment === 'delivered' && isSettled) return 'completed'
  return fulfilment === 'unfulfilled' ? 'confirmed' : 'processing'
}
