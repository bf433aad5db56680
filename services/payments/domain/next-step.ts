import { authorizationOf, figuresOf, type Payment, type Transaction } from './payment.ts'

/** What is to be asked of the provider so that a payment becomes what it should be. */
export type Step =
  | { readonly do: 'nothing' }
  /** Find out what became of the authorization. */
  | { readonly do: 'find' }
  /** Ask once more, under the same key, for what was not answered. */
  | { readonly do: 'repeat'; readonly transaction: Transaction }
  /** Let go of what is held. */
  | { readonly do: 'void' }
  /** Give back what was taken. */
  | { readonly do: 'refund'; readonly amount: number }

/** Marks the refunds of a cancelled payment. */
export const CANCELLATION = 'cancellation'
const MOST_REFUNDS_REFUSED = 3

/** How long a provider holds money that is not taken; cards promise no more than a week. */
const HELD_FOR_MS = 7 * 86_400_000

export function nextStep(payment: Payment, now: number): Step {
  if (payment.doubt?.isOpen) return { do: 'find' }
  const transaction = payment.transactions.find(isUnanswered)
  if (transaction) return { do: 'repeat', transaction }
  const isCancelled = payment.cancelReason !== null
  switch (authorizationOf(payment).state) {
    case 'asked':
      return { do: 'find' }
    case 'requires_action':
    case 'processing':
      return { do: isCancelled ? 'void' : 'find' }
    case 'absent':
    case 'failed':
      return { do: 'nothing' }
    case 'succeeded':
      if (isCancelled) return giveBack(payment)
      return now >= (heldUntil(payment) ?? Number.POSITIVE_INFINITY) ? { do: 'void' } : { do: 'nothing' }
  }
}

/** Until when what is left of an authorization may be taken; null when nothing is left. */
export function heldUntil(payment: Payment): number | null {
  return figuresOf(payment).capturable > 0 ? payment.askedAt + HELD_FOR_MS : null
}

/** Whether nothing is held, taken or awaited any more. */
export function isSettled(payment: Payment): boolean {
  const { state } = authorizationOf(payment)
  if (state === 'asked' || state === 'requires_action' || state === 'processing') return false
  const { capturable, refundable } = figuresOf(payment)
  return capturable === 0 && refundable === 0 && !payment.transactions.some(isUnanswered)
}

function giveBack(payment: Payment): Step {
  const { capturable, refundable } = figuresOf(payment)
  if (capturable > 0) return { do: 'void' }
  // A provider that keeps refusing is not asked for ever: a person has to look.
  const refused = payment.transactions.filter(
    ({ requestId, state }) => requestId?.startsWith(CANCELLATION) && state === 'failed',
  )
  return refundable > 0 && refused.length < MOST_REFUNDS_REFUSED
    ? { do: 'refund', amount: refundable }
    : { do: 'nothing' }
}

const isUnanswered = ({ kind, state }: Transaction): boolean => kind !== 'authorization' && state === 'asked'
