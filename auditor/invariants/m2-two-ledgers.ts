import type { Invariant } from '../invariant.ts'
import type { BookEntry } from '../provider-book.ts'
import type { StoredTransaction } from '../store/payments.ts'
import { furthest } from '../transactions.ts'

/**
 * Movements are the same when kind and idempotency key are. What the provider’s own back office did has no key of
 * ours: of such movements the sums must agree, kind by kind.
 */
export const twoLedgers: Invariant = {
  id: 'M2',
  title: 'Our transactions and the provider’s own ledger hold the same movements of money',
  eachOrder(story, { looked, offends }) {
    const { id, payments, entries } = story
    const says = (what: string, named: { id: string }) =>
      offends({ id: named.id, about: id, says: `${what} (order ${id}).` })
    const ours = payments.flatMap((payment) =>
      furthest(payment)
        .filter(isAtProvider)
        .map((one) => ({ ...one, paymentId: payment.id })),
    )
    looked(ours.length + entries.length)
    const unmatched = new Set(entries)
    const alone: Ours[] = []
    for (const one of ours) {
      const theirs = entries.find((entry) => isSame(entry, one))
      if (!theirs) alone.push(one)
      else if (unmatched.delete(theirs)) compare(one, theirs, says)
    }
    compareSums(alone, [...unmatched], says)
  },
}

type Ours = StoredTransaction & { readonly paymentId: string }
type Say = (what: string, named: { id: string }) => void

/** What was refused, or never reached the provider, is not in its ledger. */
const isAtProvider = ({ kind, state }: StoredTransaction) =>
  state !== 'absent' && (state !== 'failed' || kind === 'authorization')

const isSame = (entry: BookEntry, { kind, key }: StoredTransaction) =>
  entry.kind === kind && entry.idempotencyKey === key

function compare(ours: Ours, theirs: BookEntry, says: Say): void {
  const { kind, providerId } = ours
  const [mine, its] = [textOf(ours.amount, ours.currency), textOf(theirs.amount, theirs.currency)]
  const status = ours.state === 'succeeded' || ours.state === 'failed' ? ours.state : 'pending'
  if (mine !== its) says(`The ${kind} ${ours.key} is ${mine} with us and ${its} at the provider`, ours)
  if (status !== theirs.status)
    says(`The ${kind} ${ours.key} is ${ours.state} with us and ${theirs.status} at the provider`, ours)
  const theirId = kind === 'authorization' ? theirs.paymentId : theirs.id
  if (providerId !== null && providerId !== theirId)
    says(`The ${kind} ${ours.key} is known to us as ${providerId} and to the provider as ${theirId}`, ours)
  if (theirs.reference !== ours.paymentId)
    says(`The ${kind} ${ours.key} belongs to ${theirs.reference} at the provider`, ours)
}

function compareSums(ours: readonly StoredTransaction[], theirs: readonly BookEntry[], says: Say): void {
  // An authorization that failed before it reached the provider moved nothing.
  const mine = ours.filter(({ kind, state }) => kind !== 'authorization' || state !== 'failed')
  for (const kind of ['authorization', 'capture', 'void', 'refund'] as const) {
    const [here, there] = [mine, theirs].map((all) => all.filter((one) => one.kind === kind))
    const [first] = [...(there ?? []), ...(here ?? [])]
    if (first && sumsOf(here ?? []) !== sumsOf(there ?? []))
      says(
        `The provider has ${sumsOf(there ?? []) || 'nothing'} as ${kind} under keys we do not have, and we have ${sumsOf(here ?? []) || 'nothing'} under keys it does not have`,
        first,
      )
  }
}

/** By currency, so that no two of them are added up. */
function sumsOf(all: readonly { amount: number; currency: string }[]): string {
  const sums = new Map<string, number>()
  for (const { amount, currency } of all) sums.set(currency, (sums.get(currency) ?? 0) + amount)
  return [...sums]
    .map(([currency, amount]) => textOf(amount, currency))
    .sort()
    .join(' and ')
}

const textOf = (amount: number, currency: string) => `${amount} ${currency}`
