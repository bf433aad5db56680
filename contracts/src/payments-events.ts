import { event } from '@souk/kit/contract'
import { z } from 'zod'
import { Payment, Refund } from './payments-values.ts'
import { OrderId } from './values.ts'

/** The payment as it is after the change: a copy that keeps the highest `version` is right. */
const paymentFacts = z.strictObject({ orderId: OrderId, payment: Payment })
export const paymentAuthorized = event(
  'payments.payment-authorized.v1',
  'The money is held.',
  paymentFacts,
  'orderId',
)
export const paymentCaptured = event(
  'payments.payment-captured.v1',
  'Money was taken.',
  paymentFacts,
  'orderId',
)
export const paymentFailed = event(
  'payments.payment-failed.v1',
  'The payment came to nothing.',
  paymentFacts,
  'orderId',
)
export const paymentVoided = event(
  'payments.payment-voided.v1',
  'Money held was let go.',
  paymentFacts,
  'orderId',
)
export const paymentRefunded = event(
  'payments.payment-refunded.v1',
  'Money taken was given back.',
  z.strictObject({ orderId: OrderId, payment: Payment, refund: Refund }),
  'orderId',
)
export const refundFailed = event(
  'payments.refund-failed.v1',
  'The provider did not give the money back.',
  z.strictObject({ orderId: OrderId, payment: Payment, refund: Refund }),
  'orderId',
)
