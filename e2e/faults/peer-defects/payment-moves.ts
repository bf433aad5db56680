import { minutes } from '@souk/kit/runtime'
import { change } from '../../../services/payments/domain/change.ts'
import { samplePayment, sampleTransaction } from '../../../services/payments/domain/fixtures/samples.ts'
import { CANCELLATION, isSettled, nextStep } from '../../../services/payments/domain/next-step.ts'
import {
  authorizationOf,
  figuresOf,
  isFurther,
  type Payment,
  STATES,
  statusOf,
  type Transaction,
} from '../../../services/payments/domain/payment.ts'

const SOON = minutes(1)
const AFTER_A_WEEK = 8 * 86_400_000
/**
 * Captures and refunds that are walked through. After three refusals a person has to look, and the provider that is
 * asked once more by staff gives in: one that refuses for ever leads nowhere by itself.
 */
const MOST_TRIES = 4

export interface Walker {
  payment: Payment
  isOver: boolean
}

const walker = (payment: Payment): Walker => ({ payment, isOver: isOver(payment) })

/** Nothing is awaited, and what is held or taken is where it should be. */
function isOver(payment: Payment): boolean {
  const isWanted = payment.cancelReason === null && statusOf(payment) === 'captured'
  return nextStep(payment, SOON).do === 'nothing' && (isWanted || isSettled(payment))
}

export const askedPayment = walker(samplePayment())

export const paymentState = ({ payment: { transactions, cancelReason } }: Walker): string =>
  JSON.stringify([
    cancelReason !== null,
    transactions.map((one) => [one.kind, one.key, one.state, one.amount]),
  ])

/** Everything that may happen to a payment next: the provider answers, staff act, we do what is to be done. */
export const paymentMoves = ({ payment }: Walker): Walker[] =>
  [...byProvider(payment), ...byStaff(payment), ...byUs(payment)].map(walker)

const added = (payment: Payment, one: Transaction): Payment => change(payment, [one]).after

function byProvider(payment: Payment): Payment[] {
  const authorization = authorizationOf(payment)
  const told = STATES.filter((state) => isFurther(state, authorization.state))
  // Money that moved, or never will, is not told otherwise later.
  const isDecided = ['absent', 'failed', 'succeeded'].includes(authorization.state)
  const authorized = isDecided ? [] : told.map((state) => added(payment, { ...authorization, state }))
  const answered = payment.transactions
    .filter(({ kind, state }) => kind !== 'authorization' && state === 'asked')
    .flatMap((one) => {
      const isLastTry = one.key === `refund-${MOST_TRIES}`
      const outcomes = isLastTry ? (['succeeded'] as const) : (['succeeded', 'failed'] as const)
      return outcomes.map((state) => added(payment, { ...one, state }))
    })
  return [...authorized, ...answered]
}

function byStaff(payment: Payment): Payment[] {
  const { capturable, refundable } = figuresOf(payment)
  const isCancelled = payment.cancelReason !== null
  return [
    ...(isCancelled ? [] : [change(payment, [], { cancelReason: 'cancelled' }).after]),
    ...(capturable > 0 && !isCancelled ? asked(payment, 'capture', capturable) : []),
    ...(refundable > 0 ? asked(payment, 'refund', refundable) : []),
  ]
}

function byUs(payment: Payment): Payment[] {
  return [SOON, AFTER_A_WEEK].flatMap((now) => {
    const step = nextStep(payment, now)
    if (step.do === 'refund') return asked(payment, 'refund', step.amount, CANCELLATION)
    if (step.do !== 'void') return []
    const { state, amount } = authorizationOf(payment)
    const { capturable } = figuresOf(payment)
    return state === 'succeeded'
      ? [added(payment, sampleTransaction({ id: 'v', kind: 'void', key: 'v', amount: capturable, state }))]
      : [added(payment, { ...authorizationOf(payment), state: 'failed', failure: 'called_off', amount })]
  })
}

function asked(payment: Payment, kind: 'capture' | 'refund', amount: number, requestId = 'staff'): Payment[] {
  const tries = payment.transactions.filter((one) => one.kind === kind).length
  if (tries >= MOST_TRIES) return []
  const id = `${kind}-${tries + 1}`
  return [added(payment, sampleTransaction({ id, kind, key: id, amount, requestId: `${requestId} ${id}` }))]
}
