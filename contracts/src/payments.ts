import { call, nothing, page, pageQuery, text, timestamp } from '@souk/kit/contract'
import { z } from 'zod'
import { Currency, Money } from './money.ts'
import { Payment, Refund } from './payments-values.ts'
import { OrderId, PaymentId, Reason } from './values.ts'

export {
  paymentAuthorized,
  paymentCaptured,
  paymentFailed,
  paymentRefunded,
  paymentVoided,
  refundFailed,
} from './payments-events.ts'
export { Payment, PaymentStatus, Refund } from './payments-values.ts'

export const PaymentMethod = z.strictObject({
  id: text(80),
  provider: text(80),
  kind: z.enum(['card', 'wallet', 'bank_redirect', 'bank_transfer', 'on_delivery']),
  title: text(120),
})
export type PaymentMethod = z.infer<typeof PaymentMethod>

export const listPaymentMethods = call('payments.list-payment-methods', 'POST /internal/payments/methods', {
  summary: 'The ways to pay an amount.',
  access: 'internal',
  body: z.strictObject({ amount: Money }),
  answers: { 200: z.strictObject({ items: z.array(PaymentMethod) }) },
})

const Attempt = z.int().min(1).max(100)
const orderKey = z.strictObject({ orderId: OrderId })

export const authorizePayment = call(
  'payments.authorize-payment',
  'POST /internal/payments/orders/{orderId}/authorize',
  {
    summary: 'Asks the provider for an order’s money, once; asked again it tells where the payment stands.',
    access: 'internal',
    params: orderKey,
    body: z.strictObject({
      /** The first is the checkout’s; others are for what was due later. */
      attempt: Attempt.optional(),
      amount: Money,
      methodId: text(80),
      token: text(255).optional(),
      returnUrl: z.url().max(2_000).optional(),
    }),
    answers: { 200: Payment },
    refusals: {
      payment_declined: { status: 402, title: 'The payment was declined.' },
      payment_method_unknown: { status: 422, title: 'There is no such way to pay here.' },
    },
  },
)

export const cancelPayment = call(
  'payments.cancel-payment',
  'POST /internal/payments/orders/{orderId}/cancel',
  {
    summary:
      'Gives an order’s money back, or that of one attempt, whatever state it is in: voids what is held, refunds what was taken; what is unknown is settled once known.',
    access: 'internal',
    params: orderKey,
    body: z.strictObject({ reason: Reason, attempt: Attempt.optional() }),
    answers: {
      200: z.strictObject({
        payment: Payment.nullable(),
        others: z.array(Payment).optional(),
        isSettled: z.boolean(),
      }),
    },
  },
)

const tooMuch = { status: 422, title: 'That is more than is there.' } as const

export const capturePayment = call(
  'payments.capture-payment',
  'POST /internal/payments/orders/{orderId}/capture',
  {
    summary: 'Takes an amount of what is authorized; all that is left when no amount is named.',
    access: 'internal',
    params: orderKey,
    body: z.strictObject({
      amount: Money.optional(),
      /** No more than this is taken of the order in all. */
      upTo: Money.optional(),
      requestId: text(300),
    }),
    answers: { 200: z.strictObject({ ...Payment.shape, others: z.array(Payment).optional() }) },
    refusals: {
      capture_exceeds_authorized: tooMuch,
      payment_unavailable: { status: 409, title: 'The payment is not in a state for that.' },
    },
  },
)

const refunded = { refund: Refund, payment: Payment }

export const RefundPart = z.strictObject({
  paymentId: PaymentId,
  provider: text(80),
  amount: Money,
  /** What it could give back at most. */
  refundable: Money,
  why: z.enum(['newest', 'next_newest', 'not_needed', 'nothing_left']),
})

export const planRefund = call(
  'payments.plan-refund',
  'POST /internal/payments/orders/{orderId}/refund-plan',
  {
    summary: 'Which payments of an order would give an amount back, and why these.',
    access: 'internal',
    params: orderKey,
    body: z.strictObject({ amount: Money }),
    answers: { 200: z.strictObject({ parts: z.array(RefundPart) }) },
    refusals: { refund_exceeds_captured: tooMuch },
  },
)

export const refundPayment = call(
  'payments.refund-payment',
  'POST /internal/payments/orders/{orderId}/refunds',
  {
    summary: 'Gives an amount of what was captured back; the same request id again gives the same refund.',
    access: 'internal',
    params: orderKey,
    body: z.strictObject({ amount: Money, reason: Reason, requestId: text(300) }),
    answers: {
      201: z.strictObject({ ...refunded, others: z.array(z.strictObject(refunded)).optional() }),
    },
    refusals: {
      refund_exceeds_captured: tooMuch,
      payment_unavailable: { status: 409, title: 'The payment is not in a state for that.' },
    },
  },
)

export const receiveProviderEvent = call('payments.receive-provider-event', 'POST /webhooks/{provider}', {
  summary: 'A payment provider tells us something; signed, deduplicated, in any order.',
  access: 'anyone',
  params: z.strictObject({ provider: z.string().regex(/^[a-z0-9-]{1,40}$/) }),
  upload: ['application/json'],
  answers: { 204: nothing },
  refusals: { invalid_signature: { status: 400, title: 'The signature does not fit.' } },
})

/** A movement in a provider’s own book; `amount` in minor units, `reference` our payment’s id. */
export const LedgerRow = z.strictObject({
  id: z.string(),
  idempotencyKey: z.string(),
  kind: z.enum(['authorization', 'capture', 'void', 'refund']),
  amount: z.int(),
  currency: Currency,
  reference: z.string(),
  orderId: z.string().nullable(),
  status: z.enum(['succeeded', 'failed', 'pending']),
  at: z.string().optional(),
  paymentId: z.string().optional(),
})
export type LedgerRow = z.infer<typeof LedgerRow>

export const showSandboxLedger = call('payments.show-sandbox-ledger', 'GET /ops/sandbox/ledger', {
  summary: 'The sandbox provider’s own book, to be held against ours.',
  access: 'operator',
  query: z.strictObject({
    limit: z.int().min(1).max(100).default(20),
    cursor: z.string().max(500).optional(),
  }),
  answers: { 200: z.strictObject({ items: z.array(LedgerRow), nextCursor: z.string().nullable() }) },
})

export const listBookDifferences = call('payments.list-book-differences', 'GET /ops/payments/differences', {
  summary: 'Where a provider’s own book and ours say something else about an order, newest first.',
  access: 'operator',
  query: z.strictObject(pageQuery),
  answers: {
    200: page(
      z.strictObject({
        provider: z.string(),
        orderId: z.string(),
        kind: LedgerRow.shape.kind,
        /** What succeeded by our book; less than theirs means a charge unknown to us. */
        ours: Money,
        theirs: Money,
        foundAt: timestamp,
        /** When it had stood for a while, and asking about the payment had not put it right. */
        alarmedAt: timestamp.nullable(),
        settledAt: timestamp.nullable(),
      }),
    ),
  },
})

const PaymentTransaction = z.strictObject({
  id: z.string(),
  kind: LedgerRow.shape.kind,
  /** The idempotency key under which the provider knows it. */
  key: z.string(),
  amount: Money,
  state: z.enum(['asked', 'absent', 'requires_action', 'processing', 'failed', 'succeeded']),
  providerId: z.string().nullable(),
  failure: z.string().nullable(),
  reason: z.string().nullable(),
  at: timestamp,
})

export const showPayment = call('payments.show-payment', 'GET /admin/v1/payments/{id}', {
  summary: 'A payment with each state its transactions have come to, oldest first.',
  access: 'staff:payments:read',
  params: z.strictObject({ id: PaymentId }),
  answers: {
    200: z.strictObject({
      ...Payment.shape,
      /** Why everything is to be given back, once it is. */
      cancelReason: z.string().nullable(),
      /** The provider spoke of another amount; the payment is held until its book was asked. */
      doubt: z.strictObject({ told: Money, isOpen: z.boolean() }).nullable(),
      transactions: z.array(PaymentTransaction),
    }),
  },
})

const Account = z.enum(['customer_receivable', 'psp_clearing', 'sales', 'refunds'])

const LedgerLine = z.strictObject({
  /** The lines of one entry balance; it carries the id of its transaction. */
  entryId: z.string(),
  line: z.int(),
  account: Account,
  debit: Money,
  credit: Money,
  paymentId: PaymentId,
  orderId: OrderId,
  at: timestamp,
})

export const listLedger = call('payments.list-ledger', 'GET /admin/v1/ledger', {
  summary: 'The double-entry ledger, newest line first, with what each account adds up to.',
  access: 'staff:payments:read',
  query: z.strictObject(pageQuery),
  answers: {
    200: z.strictObject({
      ...page(LedgerLine).shape,
      balances: z.array(z.strictObject({ account: Account, debit: Money, credit: Money })),
    }),
  },
})
