import { text, timestamp } from '@souk/kit/contract'
import { z } from 'zod'
import { Money } from './money.ts'
import { PaymentStatus, Refund } from './payments.ts'
import { Rounding } from './pricing.ts'
import { FulfilmentStatus, Shipment } from './shipping.ts'
import {
  Address,
  CustomerId,
  FulfilmentId,
  Image,
  LineId,
  OrderId,
  PaymentId,
  Reason,
  RefundId,
  ReturnId,
  ShippingOption,
  Slug,
  Totals,
  VariantId,
} from './values.ts'

export const OrderStatus = z.enum(['pending', 'confirmed', 'processing', 'completed', 'cancelled', 'on_hold'])
export const OrderPaymentStatus = z.enum([
  'pending',
  'authorized',
  'partially_paid',
  'paid',
  'partially_refunded',
  'refunded',
  'voided',
  'failed',
])
export const OrderFulfilmentStatus = z.enum([
  'unfulfilled',
  'partially_fulfilled',
  'fulfilled',
  'shipped',
  'delivered',
])
export const ReturnStatus = z.enum(['requested', 'approved', 'received', 'closed'])

export const OrderLine = z.strictObject({
  id: LineId,
  variantId: VariantId,
  sku: z.string(),
  productSlug: Slug,
  title: z.string(),
  image: Image.optional(),
  quantity: z.int(),
  unitPrice: Money,
  discount: Money,
  tax: Money,
  total: Money,
})

/** What becomes of a unit that came back; only `restock` is sold again. */
export const Disposition = z.enum(['restock', 'damaged', 'discard', 'quarantine'])
export const ReturnReason = z.enum([
  'too_small',
  'too_large',
  'not_as_described',
  'damaged',
  'wrong_item',
  'too_late',
  'changed_mind',
  'other',
])

const ReturnLine = z.strictObject({
  lineId: LineId,
  quantity: z.int(),
  reason: z.string(),
  reasonCode: ReturnReason.optional(),
  /** It arrived and waits to be inspected. */
  isReceived: z.boolean().optional(),
  disposition: Disposition.optional(),
})

export const TimelineEntry = z.strictObject({
  at: timestamp,
  type: z.string(),
  actor: z.string(),
  detail: z.string().optional(),
  traceId: z.string().optional(),
})

export const Order = z.strictObject({
  id: OrderId,
  number: z.string(),
  version: z.int(),
  status: OrderStatus,
  paymentStatus: OrderPaymentStatus,
  fulfilmentStatus: OrderFulfilmentStatus,
  returnStatus: z.enum(['none', ...ReturnStatus.options]),
  email: z.string(),
  customerId: CustomerId.nullable(),
  currency: z.string(),
  lines: z.array(OrderLine),
  promotions: z
    .array(z.strictObject({ code: z.string().optional(), title: z.string(), amount: Money }))
    .optional(),
  totals: Totals,
  taxes: z.array(z.strictObject({ name: z.string(), rate: z.string(), amount: Money })),
  rounding: Rounding.optional(),
  taxId: z.string().optional(),
  reverseCharge: z.boolean().optional(),
  shippingAddress: Address,
  billingAddress: Address,
  shippingOption: ShippingOption,
  payments: z.array(
    z.strictObject({
      id: PaymentId,
      provider: z.string(),
      status: PaymentStatus,
      amount: Money,
      authorized: Money,
      captured: Money,
      refunded: Money,
    }),
  ),
  refunds: z.array(
    z.strictObject({ id: RefundId, amount: Money, reason: z.string(), status: Refund.shape.status }),
  ),
  fulfilments: z.array(
    z.strictObject({
      id: FulfilmentId,
      lines: Shipment.shape.lines,
      carrier: z.string(),
      trackingNumber: z.string().nullable(),
      trackingUrl: z.string().nullable(),
      status: FulfilmentStatus,
      parcels: Shipment.shape.parcels,
    }),
  ),
  returns: z.array(
    z.strictObject({
      id: ReturnId,
      status: ReturnStatus,
      /** Why it is closed. */
      outcome: z.enum(['declined', 'cancelled', 'completed']).optional(),
      lines: z.array(ReturnLine),
    }),
  ),
  /** What is still to be paid, by `POST /store/v1/orders/{id}/payments`. */
  amountDue: Money.optional(),
  /** Goods that come back for others, and what was paid for them. */
  exchanges: z.array(z.strictObject({ returnId: ReturnId, credit: Money })).optional(),
  cancelReason: z.string().optional(),
  holdReason: z.string().optional(),
  placedAt: timestamp,
  timeline: z.array(TimelineEntry),
  /** The guest’s key to the order; in the answer of `complete` alone. */
  token: z.string().optional(),
})
export type Order = z.infer<typeof Order>

export const byId = z.strictObject({ id: OrderId })
export const notCancellable = { status: 409, title: 'The order cannot be cancelled any more.' } as const
export const reasonBody = z.strictObject({ reason: Reason.optional() })

export const orderToken = z.strictObject({ token: text(200).optional() })

/** How an order is paid; a token of the provider’s, never a card. */
export const payWith = z.strictObject({
  paymentMethodId: text(80),
  paymentToken: text(255).optional(),
  returnUrl: z
    .url({ protocol: /^https?$/ })
    .max(2_000)
    .optional(),
})

const pending = <Type extends string>(type: Type) => z.strictObject({ type: z.literal(type), order: Order })

/** How far a payment got. */
export const orderAnswers = {
  201: pending('order'),
  202: z.union([
    z.strictObject({
      type: z.literal('action_required'),
      order: Order,
      action: z.strictObject({ kind: z.literal('redirect'), url: z.string() }),
    }),
    pending('processing'),
  ]),
}
