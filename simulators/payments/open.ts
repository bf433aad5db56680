import type { Outcome } from './decide.ts'
import type { Change, Entry, Payment } from './payment.ts'

export type Order = Pick<
  Payment,
  'id' | 'key' | 'reference' | 'orderId' | 'method' | 'amount' | 'currency' | 'capture' | 'returnUrl'
>

/** A new payment with its first rows; `now` in epoch milliseconds. */
export function open(order: Order, { outcome, now }: { outcome: Outcome; now: number }): Change {
  const { status } = outcome
  const payment: Payment = {
    ...order,
    status,
    capturedAmount: status === 'captured' ? order.amount : 0,
    voidedAmount: 0,
    refundedAmount: 0,
    declineReason: outcome.declineReason ?? null,
    settlesAt: outcome.settlesAfter === undefined ? null : now + outcome.settlesAfter,
  }
  const authorization = (become: Entry['status']): Entry => ({
    kind: 'authorization',
    amount: order.amount,
    status: become,
  })
  switch (status) {
    case 'captured':
      return {
        payment,
        entries: [authorization('succeeded'), captureOf(order.amount)],
        event: 'payment.captured',
      }
    case 'authorized':
      return { payment, entries: [authorization('succeeded')], event: 'payment.authorized' }
    case 'declined':
      return { payment, entries: [authorization('failed')], event: 'payment.failed' }
    default:
      return { payment, entries: [authorization('pending')] }
  }
}

/** The outcome of a payment that was waiting for a person or for time; `declineReason` when it failed. */
export function settle(payment: Payment, declineReason?: string): Change {
  const settled = { ...payment, settlesAt: null }
  if (declineReason !== undefined)
    return {
      payment: { ...settled, status: 'declined', declineReason },
      entries: [],
      pendingBecomes: 'failed',
      event: 'payment.failed',
    }
  if (!payment.capture)
    return {
      payment: { ...settled, status: 'authorized' },
      entries: [],
      pendingBecomes: 'succeeded',
      event: 'payment.authorized',
    }
  return {
    payment: { ...settled, status: 'captured', capturedAmount: payment.amount },
    entries: [captureOf(payment.amount)],
    pendingBecomes: 'succeeded',
    event: 'payment.captured',
  }
}

function captureOf(amount: number): Entry {
  return { kind: 'capture', amount, status: 'succeeded' }
}
