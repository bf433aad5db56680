import { fold, type Payment, type Transaction } from './payment.ts'

/** A payment before and after, and the rows that make the difference. */
export interface Change {
  readonly before: Payment
  readonly after: Payment
  readonly added: readonly Transaction[]
}

type Facts = Partial<Pick<Payment, 'redirectUrl' | 'cancelReason' | 'told' | 'doubt'>>

/** Adds transactions to a payment. */
export function change(before: Payment, added: readonly Transaction[], facts: Facts = {}): Change {
  const transactions = fold([...before.transactions, ...added])
  return { before, added, after: { ...before, ...facts, transactions, version: before.version + 1 } }
}

export const isEmpty = ({ before, after, added }: Change): boolean =>
  added.length === 0 &&
  before.redirectUrl === after.redirectUrl &&
  before.cancelReason === after.cancelReason &&
  before.told === after.told &&
  before.doubt === after.doubt
