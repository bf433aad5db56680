import { type Change, capturable, type Payment } from './payment.ts'

/** Why the provider says no: 402 when the bank will not have it, 409 when the payment is in the wrong state, 422 when the amount is wrong. */
export type Refusal = { readonly refused: string; readonly status: 402 | 409 | 422; readonly message: string }

/** Takes all or part of what is authorized; may be repeated until nothing is left. */
export function capture(payment: Payment, amount: number): Change | Refusal {
  if (payment.status !== 'authorized' && payment.status !== 'captured')
    return refuse(409, 'payment_not_authorized', `a payment that is ${payment.status} cannot be captured`)
  const left = capturable(payment)
  if (amount > left)
    return refuse(422, 'capture_exceeds_authorized', `${left} can be captured, ${amount} was asked for`)
  return {
    payment: {
      ...payment,
      capturedAmount: payment.capturedAmount + amount,
      status: amount === left ? 'captured' : 'authorized',
    },
    entries: [{ kind: 'capture', amount, status: 'succeeded' }],
    event: 'payment.captured',
  }
}

/** Lets go of what is authorized and not captured, or calls off a payment that is still pending. */
export function voidPayment(payment: Payment): Change | Refusal {
  if (payment.status === 'requires_action' || payment.status === 'processing')
    return {
      payment: { ...payment, status: 'voided', settlesAt: null },
      entries: [],
      pendingBecomes: 'failed',
      event: 'payment.voided',
    }
  const left = capturable(payment)
  if (left === 0)
    return refuse(409, 'nothing_to_void', `a payment that is ${payment.status} has nothing to void`)
  return {
    payment: {
      ...payment,
      voidedAmount: left,
      status: payment.capturedAmount > 0 ? 'captured' : 'voided',
    },
    entries: [{ kind: 'void', amount: left, status: 'succeeded' }],
    event: 'payment.voided',
  }
}

/** Gives back part or all of what was captured; `reference` is the caller's name for this refund. */
export function refund(payment: Payment, wish: { amount: number; reference: string }): Change | Refusal {
  const left = payment.capturedAmount - payment.refundedAmount
  if (wish.amount > left)
    return refuse(422, 'refund_exceeds_captured', `${left} can be refunded, ${wish.amount} was asked for`)
  return {
    payment: { ...payment, refundedAmount: payment.refundedAmount + wish.amount },
    entries: [{ kind: 'refund', amount: wish.amount, status: 'succeeded', refundReference: wish.reference }],
    event: 'payment.refunded',
  }
}

export function refuse(status: Refusal['status'], refused: string, message: string): Refusal {
  return { refused, status, message }
}
