import { figuresOf, type Payment } from './payment.ts'

/** So much of one payment, in minor units. */
export interface Part {
  readonly payment: Payment
  readonly amount: number
}

/** Takes from the payments in the order in which they were made. `upTo` bounds what is taken of all of them together. */
export function planCaptures(
  payments: readonly Payment[],
  { amount, upTo }: { amount?: number | undefined; upTo?: number | undefined },
): readonly Part[] | 'exceeds' {
  const all = payments.map((payment) => ({ payment, ...figuresOf(payment) }))
  const left = sum(all.map(({ capturable }) => capturable))
  const taken = sum(all.map(({ authorized, voided, capturable }) => authorized - voided - capturable))
  const allowed = Math.max(0, (upTo ?? Number.POSITIVE_INFINITY) - taken)
  const wanted = amount ?? Math.min(left, allowed)
  if (wanted > left || wanted > allowed) return 'exceeds'
  return spread(
    all.map(({ payment, capturable }) => ({ payment, amount: capturable })),
    wanted,
  )
}

/** Why a payment gives back what it does. */
export type Why = 'newest' | 'next_newest' | 'not_needed' | 'nothing_left'
export type RefundPart = Part & { readonly refundable: number; readonly why: Why }

/**
 * Gives back from the newest payment first, then from the one before: no payment gives back more than was taken of it
 * and is not promised back already. Every payment is told of, also one that gives nothing. Payments come oldest first.
 */
export function planRefunds(payments: readonly Payment[], amount: number): readonly RefundPart[] | 'exceeds' {
  const newestFirst = payments
    .map((payment) => ({ payment, amount: figuresOf(payment).refundable }))
    .reverse()
  if (amount > sum(newestFirst.map((one) => one.amount))) return 'exceeds'
  const parts = new Map(spread(newestFirst, amount).map((part) => [part.payment.id, part.amount]))
  const [first] = parts.keys()
  return newestFirst.map(({ payment, amount: refundable }) => {
    const part = parts.get(payment.id) ?? 0
    if (part > 0)
      return { payment, amount: part, refundable, why: payment.id === first ? 'newest' : 'next_newest' }
    return { payment, amount: 0, refundable, why: refundable > 0 ? 'not_needed' : 'nothing_left' }
  })
}

/** As much of each as it has, one after the other; what gives nothing is left out. */
function spread(sources: readonly Part[], wanted: number): Part[] {
  let missing = wanted
  return sources.flatMap(({ payment, amount: left }) => {
    const amount = Math.min(left, missing)
    missing -= amount
    return amount > 0 ? [{ payment, amount }] : []
  })
}

const sum = (amounts: readonly number[]) => amounts.reduce((a, b) => a + b, 0)
