import type { refundPayment as contract, planRefund as plan } from '@souk/contracts/payments'
import { answer, type Input, isRefusal, refuse } from '@souk/kit/contract'
import type { FeatureRoom, Process, Query } from '@souk/kit/service'
import { figuresOf, isStone, type Payment, type Transaction } from '../domain/payment.ts'
import { planRefunds } from '../domain/plan.ts'
import { toRefund, toView } from '../domain/view.ts'
import type { Providers } from '../providers/providers.ts'
import type { PaymentsStore } from '../store/payments-store.ts'
import { moveAll, requested, reserveParts } from './move-parts.ts'
import { unfitAmount } from './unfit-amount.ts'

/**
 * Reserves the amount under the payments’ locks before a provider is asked, so that refunds at the same moment
 * cannot give back more than was taken. While the outcome is not known, the refund is `pending` and stays reserved.
 */
export const refundPayment =
  (providers: Providers): Process<typeof contract, PaymentsStore> =>
  async (wish, room) => {
    const reserved = await room.transaction((tx) => reserve(wish, tx))
    if (isRefusal(reserved)) return reserved
    const moved = await moveAll(reserved, { providers, room })
    const given = moved.filter(({ outcome }) => outcome.state !== 'failed')
    const [first, ...others] = given.map(({ payment, outcome }) => ({
      refund: toRefund(payment, outcome),
      payment: toView(payment),
    }))
    if (!first) return turnedDown(moved[0]?.outcome)
    return answer(201, { ...first, ...(others.length > 0 && { others }) })
  }

async function reserve(wish: Input<typeof contract>, room: FeatureRoom<PaymentsStore>) {
  const { orderId, amount, reason, requestId } = wish
  const payments = await room.store.lockAll(orderId)
  const before = requested(payments, { kind: 'refund', requestId })
  if (before.length > 0) {
    const isFailed = before.every(({ transaction }) => transaction.state === 'failed')
    return isFailed ? turnedDown(before[0]?.transaction) : before
  }
  const parts = partsOf(payments, amount)
  if (isRefusal(parts)) return parts
  const given = parts.filter((part) => part.amount > 0)
  return await reserveParts(given, { kind: 'refund', requestId, reason }, room)
}

/** The same plan, only looked at. */
export const planRefund: Query<typeof plan, PaymentsStore> = async ({ orderId, amount }, { store }) => {
  const parts = partsOf(
    (await store.findAll(orderId)).filter((one) => !isStone(one)),
    amount,
  )
  if (isRefusal(parts)) return parts
  const { currency } = amount
  return {
    parts: parts.map(({ payment, refundable, why, ...part }) => ({
      paymentId: payment.id,
      provider: payment.provider,
      amount: { amount: part.amount, currency },
      refundable: { amount: refundable, currency },
      why,
    })),
  }
}

function partsOf(payments: readonly Payment[], amount: Input<typeof plan>['amount']) {
  const [oldest] = payments
  if (!oldest) return refuse('not_found', { detail: 'The order has no payment.' })
  const unfit = unfitAmount(amount, oldest)
  if (unfit) return unfit
  const parts = planRefunds(payments, amount.amount)
  if (parts !== 'exceeds') return parts
  const figures = payments.map(figuresOf)
  const sum = (of: 'captured' | 'refundable') => figures.reduce((total, one) => total + one[of], 0)
  return refuse('refund_exceeds_captured', {
    detail: `${sum('refundable')} of ${sum('captured')} captured are left to refund.`,
  })
}

const turnedDown = (outcome: Transaction | undefined) =>
  outcome?.failure === 'refund_exceeds_captured'
    ? refuse('refund_exceeds_captured', { detail: 'The provider has less than that to give back.' })
    : refuse('payment_unavailable', { detail: `The provider refused: ${outcome?.failure}.` })
