import { money } from '@souk/contracts/money'
import type { Payment as PaymentView, Refund } from '@souk/contracts/payments'
import { authorizationOf, figuresOf, isHeld, type Payment, statusOf, type Transaction } from './payment.ts'

/** A payment as other services and staff see it. */
export function toView(payment: Payment): PaymentView {
  const { id, orderId, provider, methodId, amount, redirectUrl, version } = payment
  const { authorized, captured, refunded, voided } = figuresOf(payment)
  const status = statusOf(payment)
  const in_ = (value: number) => money(value, amount.currency)
  return {
    id,
    orderId,
    provider,
    methodId,
    status,
    amount,
    authorized: in_(authorized),
    captured: in_(captured),
    refunded: in_(refunded),
    voided: in_(voided),
    redirectUrl: status === 'requires_action' ? redirectUrl : null,
    failure: isHeld(payment) ? 'amount_mismatch' : authorizationOf(payment).failure,
    version,
  }
}

export function toRefund({ id: paymentId, orderId }: Payment, transaction: Transaction): Refund {
  const { id, amount, currency, reason, state } = transaction
  const status = state === 'succeeded' || state === 'failed' ? state : 'pending'
  return { id, paymentId, orderId, amount: money(amount, currency), reason: reason ?? '', status }
}
