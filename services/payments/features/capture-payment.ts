import type { capturePayment as contract } from '@souk/contracts/payments'
import { type Input, isRefusal, refuse } from '@souk/kit/contract'
import type { FeatureRoom, Process } from '@souk/kit/service'
import { figuresOf, isHeld, type Payment, statusOf, type Transaction } from '../domain/payment.ts'
import { planCaptures } from '../domain/plan.ts'
import { toView } from '../domain/view.ts'
import type { Providers } from '../providers/providers.ts'
import type { PaymentsStore } from '../store/payments-store.ts'
import { moveAll, requested, reserveParts } from './move-parts.ts'
import { find } from './proceed.ts'
import { unfitAmount } from './unfit-amount.ts'

/**
 * Reserves the amount under the payments’ locks, then asks the providers for it. A doubt about what a provider has is
 * settled before, so that nobody is refused for it; where it cannot be, nothing is said that would stand.
 */
export const capturePayment =
  (providers: Providers): Process<typeof contract, PaymentsStore> =>
  async (wish, room) => {
    for (const seen of await room.store.findAll(wish.orderId))
      if (seen.doubt?.isOpen) await find(seen, { provider: providers.of(seen), room })
    const reserved = await room.transaction((tx) => reserve(wish, tx))
    if (isRefusal(reserved)) return reserved
    if (reserved.parts.length === 0) return tell(reserved.payments)
    const moved = await moveAll(reserved.parts, { providers, room })
    const failed = moved.find(({ outcome }) => outcome.state === 'failed')
    return failed ? turnedDown(failed.outcome) : tell(moved.map(({ payment }) => payment))
  }

function tell([first, ...others]: readonly Payment[]) {
  if (!first) throw new Error('a capture of no payment')
  return { ...toView(first), ...(others.length > 0 && { others: others.map(toView) }) }
}

async function reserve(wish: Input<typeof contract>, room: FeatureRoom<PaymentsStore>) {
  const { orderId, amount, upTo, requestId } = wish
  const known = await room.store.lockAll(orderId)
  const [oldest] = known
  if (!oldest) return refuse('not_found', { detail: 'The order has no payment.' })
  const before = requested(known, { kind: 'capture', requestId })
  const failed = before.find(({ transaction }) => transaction.state === 'failed')
  if (failed) return turnedDown(failed.transaction)
  if (before.length > 0) return { payments: known, parts: before }
  const payments = known.filter((payment) => !unfitness(payment))
  if (payments.length === 0) return unfitness(oldest) ?? refuse('payment_unavailable')
  const unfit = amount && unfitAmount(amount, oldest)
  if (unfit) return unfit
  const parts = planCaptures(payments, { amount: amount?.amount, upTo: upTo?.amount })
  if (parts === 'exceeds') return exceeds(payments, upTo?.amount)
  return { payments, parts: await reserveParts(parts, { kind: 'capture', requestId, reason: null }, room) }
}

function exceeds(payments: readonly Payment[], upTo: number | undefined) {
  const figures = payments.map(figuresOf)
  const sum = (of: 'capturable' | 'authorized') => figures.reduce((total, one) => total + one[of], 0)
  const bound = upTo === undefined ? '' : ` No more than ${upTo} may be taken of the order in all.`
  return refuse('capture_exceeds_authorized', {
    detail: `${sum('capturable')} of ${sum('authorized')} are left to capture.${bound}`,
  })
}

/** Why nothing can be taken of a payment. */
function unfitness(payment: Payment) {
  if (payment.doubt?.isOpen)
    return refuse('unavailable', {
      detail:
        'The provider told of another amount and could not be asked which one is right. Ask again soon.',
    })
  if (payment.cancelReason !== null || isHeld(payment))
    return refuse('payment_unavailable', {
      detail: 'The payment is being given back, or held for its amount.',
    })
  if (figuresOf(payment).authorized === 0)
    return refuse('payment_unavailable', { detail: 'Nothing is authorized yet.' })
  return statusOf(payment) === 'voided'
    ? refuse('payment_unavailable', { detail: 'What was held has been let go.' })
    : undefined
}

const turnedDown = ({ failure }: Transaction) =>
  failure === 'capture_exceeds_authorized'
    ? refuse('capture_exceeds_authorized', { detail: 'The provider holds less than that.' })
    : refuse('payment_unavailable', { detail: `The provider refused: ${failure}.` })
