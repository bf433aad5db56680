import type { authorizePayment as contract } from '@souk/contracts/payments'
import { type Input, type Outcome, refuse } from '@souk/kit/contract'
import { toTimestamp } from '@souk/kit/runtime'
import type { Process, ProcessRoom } from '@souk/kit/service'
import { isCardNumber } from '../domain/card-number.ts'
import { change } from '../domain/change.ts'
import { authorizationOf, isStone, type Payment, statusOf } from '../domain/payment.ts'
import { toView } from '../domain/view.ts'
import type { Providers } from '../providers/providers.ts'
import type { PaymentsStore } from '../store/payments-store.ts'
import { askProvider } from './ask-provider.ts'
import { FIRST_CHECK_MS } from './keep.ts'
import { changeLocked, note, unchanged } from './note.ts'
import { proceed } from './proceed.ts'

type Wish = Input<typeof contract>
type Room = ProcessRoom<PaymentsStore>

/**
 * Asks for an order’s money once. What is asked is stored before the provider hears of it, so that whatever
 * happens in between is found out by the key; the token is handed on and stored nowhere.
 */
export const authorizePayment =
  (providers: Providers): Process<typeof contract, PaymentsStore> =>
  async (wish, room) => {
    const unfit = unfitness(wish)
    if (unfit) return refuse('invalid_request', { detail: unfit.message, errors: [unfit] })
    const provider = providers.offering(wish.methodId, wish.amount)
    if (!provider)
      return refuse('payment_method_unknown', { detail: `There is no payment method ${wish.methodId} here.` })
    const opened = openedBy(wish, provider.id, room)
    const at = toTimestamp(opened.askedAt)
    const checkAt = toTimestamp(opened.askedAt + FIRST_CHECK_MS)
    const isNew = await room.store.open(opened, { at, checkAt, attempt: wish.attempt })
    return tell(isNew ? await ask(opened, wish, { providers, room }) : await again(wish, { providers, room }))
  }

function unfitness({ amount, token }: Wish) {
  if (token !== undefined && isCardNumber(token))
    return { path: 'token', code: 'card_number', message: 'A card’s number is not taken here; send a token.' }
  if (amount.amount <= 0)
    return { path: 'amount.amount', code: 'too_small', message: 'There is nothing to pay.' }
  return undefined
}

function openedBy(
  { orderId, attempt = 1, amount, methodId }: Wish,
  provider: string,
  { ids, clock }: Room,
): Payment {
  const key = `${orderId}-${attempt}`
  const none = { providerId: null, failure: null, requestId: null, reason: null }
  return {
    ...{ id: ids.next('pay'), orderId, provider, methodId, key, amount },
    ...{ redirectUrl: null, cancelReason: null, askedAt: clock.now(), version: 1 },
    told: { captured: 0, voided: 0, refunded: 0 },
    doubt: null,
    transactions: [{ id: ids.next('txn'), kind: 'authorization', key, ...amount, state: 'asked', ...none }],
  }
}

interface With {
  readonly providers: Providers
  readonly room: Room
}

async function ask(
  payment: Payment,
  { token, returnUrl }: Wish,
  { providers, room }: With,
): Promise<Payment> {
  const { id: reference, key, orderId, amount, methodId } = payment
  const attempt = { reference, key, orderId, amount, methodId, token, returnUrl }
  const answer = await askProvider(providers.of(payment), room).authorize(attempt)
  if (answer.is === 'unknown') {
    room.log.warn({ paymentId: payment.id, why: answer.why }, 'the outcome of a payment is not known')
    return payment
  }
  const after =
    answer.is === 'known'
      ? await note(payment, answer.report, room)
      : await turnDown(payment, answer.code, room)
  // Cancelled while the provider was at it: what it took goes back at once. Another amount: its book is asked.
  const isDone = after.cancelReason === null && !after.doubt?.isOpen
  return isDone ? after : await proceed(after, providers, room)
}

/** The provider did not take the request at all. */
const turnDown = ({ id }: Payment, failure: string, { transaction }: Room) =>
  transaction((room) =>
    changeLocked(id, room, (now) => {
      const asked = authorizationOf(now)
      return asked.state === 'asked' ? change(now, [{ ...asked, state: 'failed', failure }]) : unchanged(now)
    }),
  )

/** Where an earlier request stands; when nobody knows, the provider is asked first. */
async function again(wish: Wish, { providers, room }: With): Promise<Payment> {
  const payment = await room.store.find(wish.orderId, wish.attempt)
  if (!payment) throw new Error(`order ${wish.orderId} has a payment that cannot be found`)
  if (isStone(payment) || payment.cancelReason !== null || statusOf(payment) !== 'unknown') return payment
  const found = await proceed(payment, providers, room)
  // Nobody has heard of it: it was never sent, or is on its way, and asking under its key takes it once at most.
  const isUnheard = found.cancelReason === null && authorizationOf(found).state === 'asked'
  return isUnheard ? await ask(found, wish, { providers, room }) : found
}

function tell(payment: Payment): Outcome<typeof contract> {
  if (isStone(payment) || payment.cancelReason !== null)
    return refuse('payment_declined', { detail: 'The payment was cancelled before it was complete.' })
  const view = toView(payment)
  return view.status === 'failed' || view.status === 'voided'
    ? refuse('payment_declined', { detail: `The provider declined: ${view.failure}.` })
    : view
}
