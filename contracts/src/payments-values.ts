import { text } from '@souk/kit/contract'
import { z } from 'zod'
import { Money } from './money.ts'
import { OrderId, PaymentId, RefundId } from './values.ts'

/** `unknown` is left only by reconciliation: we asked, and do not know what happened. */
export const PaymentStatus = z.enum([
  'processing',
  'requires_action',
  'authorized',
  'captured',
  'failed',
  'voided',
  'unknown',
])
export type PaymentStatus = z.infer<typeof PaymentStatus>

export const Payment = z.strictObject({
  id: PaymentId,
  orderId: OrderId,
  provider: text(80),
  methodId: text(80),
  status: PaymentStatus,
  amount: Money,
  authorized: Money,
  captured: Money,
  refunded: Money,
  voided: Money,
  /** Where the shopper goes on, while `requires_action`. */
  redirectUrl: z.string().nullable(),
  failure: z.string().nullable(),
  version: z.int(),
})
export type Payment = z.infer<typeof Payment>

export const Refund = z.strictObject({
  id: RefundId,
  paymentId: PaymentId,
  orderId: OrderId,
  amount: Money,
  reason: z.string(),
  status: z.enum(['pending', 'succeeded', 'failed']),
})
export type Refund = z.infer<typeof Refund>
