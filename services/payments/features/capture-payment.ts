import type { capturePayment as contract } from '@souk/contracts/payments'
import { type Input, isRefusal, refuse } from '@souk/kit/contract'
import type { FeatureRoom, Process } from '@souk/kit/service'
import { change } from '../domain/change.ts'
import { figuresOf, isHeld, isStone, type Payment, statusOf, type Transaction } from '../domain/payment.ts'
import { toView } from '../domain/view.ts'
import type { Providers } from '../providers/providers.ts'
import type { PaymentsStore } from '../store/payments-store.ts'
import { keepLocked } from './keep.ts'
import { newId } from './note.ts'
import { asked, find, move } from './proceed.ts'
import { unfitAmount } from './unfit-amount.ts'

/**
 * Reserves the amount under the payment’s lock, then asks the provider for it. A doubt about what the provider has is
 * settled before, so that nobody is refused for it; where it cannot be, nothing is said that would stand.
 */
export const capturePayment =
  (providers: Providers): Process<typeof contract, PaymentsStore> =>
  async (wish, room) => {
    const seen = await room.store.find(wish.orderId)
    if (seen?.doubt?.isOpen) await find(seen, { provider: providers.of(seen), room })
    const reserved = await room.transaction((tx) => reserve(wish, tx))
    if (isRefusal(reserved)) return reserved
    const { payment, capture } = reserved
    if (capture?.state !== 'asked') return toView(payment)
    const after = await move(capture, payment, { provider: providers.of(payment), room })
    const outcome = after.transactions.find(({ id }) => id === capture.id)
    return outcome?.state === 'failed' ? turnedDown(outcome) : toView(after)
  }

interface Reserved {
  payment: Payment
  /** None when there was nothing left to take. */
  capture: Transaction | undefined
}

async function reserve(
  { orderId, amount, requestId }: Input<typeof contract>,
  room: FeatureRoom<PaymentsStore>,
) {
  const payment = await room.store.lock(orderId)
  if (!payment || isStone(payment)) return refuse('not_found', { detail: 'The order has no payment.' })
  const before = payment.transactions.find((one) => one.kind === 'capture' && one.requestId === requestId)
  if (before) return before.state === 'failed' ? turnedDown(before) : { payment, capture: before }
  if (payment.doubt?.isOpen)
    return refuse('unavailable', {
      detail:
        'The provider told of another amount and could not be asked which one is right. Ask again soon.',
    })
  if (payment.cancelReason !== null || isHeld(payment))
    return refuse('payment_unavailable', {
      detail: 'The payment is being given back, or held for its amount.',
    })
  const { authorized, capturable } = figuresOf(payment)
  if (authorized === 0) return refuse('payment_unavailable', { detail: 'Nothing is authorized yet.' })
  if (statusOf(payment) === 'voided')
    return refuse('payment_unavailable', { detail: 'What was held has been let go.' })
  if (amount === undefined && capturable === 0) return { payment, capture: undefined } satisfies Reserved
  const wanted = amount ?? { ...payment.amount, amount: capturable }
  const unfit = unfitAmount(wanted, payment)
  if (unfit) return unfit
  if (wanted.amount > capturable)
    return refuse('capture_exceeds_authorized', {
      detail: `${capturable} of ${authorized} are left to capture.`,
    })
  const capture = asked(
    { id: newId(room.ids)('capture'), kind: 'capture', amount: wanted.amount, requestId, reason: null },
    payment,
  )
  return { payment: await keepLocked(change(payment, [capture]), room), capture } satisfies Reserved
}

const turnedDown = ({ failure }: Transaction) =>
  failure === 'capture_exceeds_authorized'
    ? refuse('capture_exceeds_authorized', { detail: 'The provider holds less than that.' })
    : refuse('payment_unavailable', { detail: `The provider refused: ${failure}.` })
