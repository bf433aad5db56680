import { type Money, money } from '@souk/contracts/money'
import type { Payment } from '@souk/contracts/payments'
import type { Order } from './order.ts'

type Paid = Pick<Order, 'totals' | 'payment' | 'morePayments' | 'edits' | 'status'>

/** Those of an order that hold or held money for it, oldest first. */
export const paymentsOf = ({
  payment,
  morePayments = [],
}: Pick<Order, 'payment' | 'morePayments'>): Payment[] => [...(payment ? [payment] : []), ...morePayments]

/** What an order's payments add up to, in minor units. */
export function figuresOf(order: Pick<Order, 'payment' | 'morePayments'>) {
  const payments = paymentsOf(order)
  const sum = (of: 'authorized' | 'captured' | 'refunded' | 'voided') =>
    payments.reduce((total, payment) => total + payment[of].amount, 0)
  return {
    authorized: sum('authorized'),
    captured: sum('captured'),
    refunded: sum('refunded'),
    voided: sum('voided'),
  }
}

/**
 * What is to be taken for an order in all, in minor units: its total; what edits gave back was taken as well, and what
 * was exchanged is paid for already.
 */
export const owedOf = ({ totals, edits = [] }: Pick<Order, 'totals' | 'edits'>): number =>
  edits.reduce((owed, { givenBack = 0, credit = 0 }) => owed + givenBack - credit, totals.total.amount)

/** Owed and neither taken nor held; negative is what is held or taken beyond it. */
const balanceOf = (order: Paid): number => {
  const { authorized, voided } = figuresOf(order)
  return owedOf(order) - (authorized - voided)
}

const STANDING: readonly Order['status'][] = ['confirmed', 'processing', 'completed', 'on_hold']

/** What the customer still has to pay; nothing of an order that does not stand. */
export const dueOf = (order: Paid): number =>
  STANDING.includes(order.status) ? Math.max(0, balanceOf(order)) : 0

/**
 * What was taken beyond what is owed and has to go back. What is only held is not taken then, and what was given back
 * for other reasons is not given back again.
 */
export function overpaidOf(order: Paid): number {
  if (!STANDING.includes(order.status) || !order.edits?.length) return 0
  const { captured, refunded } = figuresOf(order)
  return Math.max(0, Math.min(captured - owedOf(order), captured - refunded))
}

export const amountDue = (order: Paid & { currency: string }): Money => money(dueOf(order), order.currency)
