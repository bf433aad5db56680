import type { Money } from '@souk/contracts/money'
import { type Change, change } from './change.ts'
import {
  authorizationOf,
  type Doubt,
  figuresOf,
  isFurther,
  isStone,
  type Kind,
  type Payment,
  type Totals,
  type Transaction,
  totalOf,
} from './payment.ts'

/** What a provider says of a payment at one moment. */
export interface Report extends Totals {
  /** Our payment’s id, given along when it was authorized. */
  readonly reference: string
  readonly orderId: string
  /** The provider’s id of the payment. */
  readonly providerId: string
  /** Of the authorization. */
  readonly state: 'requires_action' | 'processing' | 'failed' | 'succeeded'
  readonly failure: string | null
  readonly amount: Money
  readonly redirectUrl: string | null
  /** The request that led to this report, where the provider names it. */
  readonly cause: Cause | null
  /** `told` by an answer or a notification, or `found` by asking for what its book says, which alone settles a doubt. */
  readonly source: 'told' | 'found'
}

export interface Cause {
  readonly kind: Kind
  /** Its idempotency key. */
  readonly key: string
  readonly transactionId: string
}

/**
 * Takes over what a report tells that is not known yet. An answer, a webhook and an enquiry may tell the same
 * thing, late and in any order. `newId` makes ids for movements we did not ask for, of which there are two
 * sorts: a capture together with the authorization, and what was done in the provider’s own back office.
 */
export function merge(payment: Payment, report: Report, newId: (kind: Kind) => string): Change {
  const isFound = report.source === 'found'
  if (payment.doubt?.isOpen && !isFound) return change(payment, [])
  if (!isBelievable(report, payment)) return change(payment, [], { doubt: doubtIn(report, payment) })
  const doubt = isFound ? settled(report, payment) : payment.doubt
  const told = most(payment.told, report)
  let made = change(payment, [
    ...authorizationBy(report, payment),
    ...answeredBy(report, payment.transactions),
  ])
  for (const kind of ['capture', 'void', 'refund'] as const) {
    const foreign = unaskedFor(kind, { ...report, ...told }, made.after)
    if (foreign) made = change(payment, [...made.added, { ...foreign, id: newId(kind) }])
  }
  return change(payment, made.added, { told, doubt, redirectUrl: report.redirectUrl ?? payment.redirectUrl })
}

/**
 * Whether a report speaks of our amount and adds up. One found in the provider’s book is also believed when it has
 * another amount from the start: the money did move, and has to be given back.
 */
function isBelievable(report: Report, payment: Payment): boolean {
  const { amount, captured, voided, refunded, state, source } = report
  if (captured + voided > amount.amount || refunded > captured) return false
  const known = authorizationOf(payment)
  const isOurs = amount.amount === known.amount && amount.currency === known.currency
  return isOurs || (source === 'found' && isFurther(state, known.state))
}

function doubtIn({ amount: told }: Report, { doubt }: Payment): Doubt {
  return doubt?.isOpen && isSame(doubt.told, told) ? doubt : { told, isOpen: true }
}

/** The book was asked: what stays is the memory of another amount. */
function settled({ amount }: Report, { amount: ours, doubt }: Payment): Doubt | null {
  if (doubt) return doubt.isOpen ? { ...doubt, isOpen: false } : doubt
  return isSame(amount, ours) ? null : { told: amount, isOpen: false }
}

const isSame = (one: Money, other: Money) => one.amount === other.amount && one.currency === other.currency

/** Whether a report is about this payment, by our id, the provider’s, or the key it was asked for with. */
export function isAbout({ reference, providerId, cause }: Report, payment: Payment): boolean {
  if (isStone(payment)) return false
  return (
    reference === payment.id ||
    providerId === authorizationOf(payment).providerId ||
    cause?.key === payment.key
  )
}

function most(before: Totals, { captured, voided, refunded }: Totals): Totals {
  if (captured <= before.captured && voided <= before.voided && refunded <= before.refunded) return before
  return {
    captured: Math.max(before.captured, captured),
    voided: Math.max(before.voided, voided),
    refunded: Math.max(before.refunded, refunded),
  }
}

function authorizationBy(report: Report, payment: Payment): Transaction[] {
  const known = authorizationOf(payment)
  if (!isFurther(report.state, known.state)) return []
  const { state, failure, providerId, amount } = report
  return [{ ...known, state, failure, providerId, amount: amount.amount, currency: amount.currency }]
}

/** The capture or refund we asked for and that this report is the outcome of. */
function answeredBy({ cause }: Report, transactions: readonly Transaction[]): Transaction[] {
  const asked = transactions.find(
    ({ kind, key, state }) =>
      state !== 'succeeded' && kind !== 'authorization' && kind === cause?.kind && key === cause.key,
  )
  return asked && cause
    ? [{ ...asked, state: 'succeeded', failure: null, providerId: cause.transactionId }]
    : []
}

function unaskedFor(
  kind: 'capture' | 'void' | 'refund',
  report: Report,
  payment: Payment,
): Omit<Transaction, 'id'> | undefined {
  const reported = { capture: report.captured, void: report.voided, refund: report.refunded }[kind]
  const amount = reported - totalOf(payment, kind, ['asked', 'succeeded'])
  if (amount <= 0 || amount > roomFor(kind, payment)) return undefined
  const cause = report.cause?.kind === kind ? report.cause : null
  const isTaken = (key: string) => payment.transactions.some((row) => row.kind === kind && row.key === key)
  const usual = kind === 'void' ? voidKey(payment) : payment.key
  const key =
    [...(cause ? [cause.key] : []), usual].find((one) => !isTaken(one)) ??
    `${payment.key}/${kind}/${payment.transactions.length}`
  return {
    kind,
    key,
    amount,
    currency: report.amount.currency,
    state: 'succeeded',
    providerId: cause?.key === key ? cause.transactionId : null,
    failure: null,
    requestId: null,
    reason: kind === 'refund' ? 'refunded at the provider' : null,
  }
}

/**
 * What was given back elsewhere is believed once it fits into what is left of what was taken: if it does not yet,
 * a capture of ours is not answered, and the next report is held against the same total.
 */
const roomFor = (kind: 'capture' | 'void' | 'refund', payment: Payment): number =>
  kind === 'refund' ? figuresOf(payment).refundable : Number.POSITIVE_INFINITY

/** A payment is voided once at most, so its key follows from the payment. */
export const voidKey = ({ key }: Pick<Payment, 'key'>): string => `${key}-void`
