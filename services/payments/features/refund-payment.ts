import type { refundPayment as contract } from '@souk/contracts/payments'
import { answer, type Input, isRefusal, refuse } from '@souk/kit/contract'
import type { FeatureRoom, Process } from '@souk/kit/service'
import { change } from '../domain/change.ts'
import { figuresOf, isStone, type Transaction } from '../domain/payment.ts'
import { toRefund, toView } from '../domain/view.ts'
import type { Providers } from '../providers/providers.ts'
import type { PaymentsStore } from '../store/payments-store.ts'
import { keepLocked } from './keep.ts'
import { newId } from './note.ts'
import { asked, move } from './proceed.ts'
import { unfitAmount } from './unfit-amount.ts'

/**
 * Reserves the amount under the payment’s lock before the provider is asked, so that refunds at the same moment
 * cannot give back more than was taken. While the outcome is not known, the refund is `pending` and stays reserved.
 */
export const refundPayment =
  (providers: Providers): Process<typeof contract, PaymentsStore> =>
  async (wish, room) => {
    const reserved = await room.transaction((tx) => reserve(wish, tx))
    if (isRefusal(reserved)) return reserved
    const { payment, refund } = reserved
    const after =
      refund.state === 'asked'
        ? await move(refund, payment, { provider: providers.of(payment), room })
        : payment
    const outcome = after.transactions.find(({ id }) => id === refund.id) ?? refund
    if (outcome.state === 'failed') return turnedDown(outcome)
    return answer(201, { refund: toRefund(after, outcome), payment: toView(after) })
  }

async function reserve(wish: Input<typeof contract>, room: FeatureRoom<PaymentsStore>) {
  const { orderId, amount, reason, requestId } = wish
  const payment = await room.store.lock(orderId)
  if (!payment || isStone(payment)) return refuse('not_found', { detail: 'The order has no payment.' })
  const before = payment.transactions.find((one) => one.kind === 'refund' && one.requestId === requestId)
  if (before) return before.state === 'failed' ? turnedDown(before) : { payment, refund: before }
  const unfit = unfitAmount(amount, payment)
  if (unfit) return unfit
  const { captured, refundable } = figuresOf(payment)
  if (amount.amount > refundable)
    return refuse('refund_exceeds_captured', {
      detail: `${refundable} of ${captured} captured are left to refund.`,
    })
  const id = newId(room.ids)('refund')
  const refund = asked({ id, kind: 'refund', amount: amount.amount, requestId, reason }, payment)
  return { payment: await keepLocked(change(payment, [refund]), room), refund }
}

const turnedDown = ({ failure }: Transaction) =>
  failure === 'refund_exceeds_captured'
    ? refuse('refund_exceeds_captured', { detail: 'The provider has less than that to give back.' })
    : refuse('payment_unavailable', { detail: `The provider refused: ${failure}.` })
