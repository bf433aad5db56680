import { call, event, page, pageQuery, text, timestamp } from '@souk/kit/contract'
import { z } from 'zod'
import { Money } from './money.ts'
import { PaymentStatus, Refund } from './payments.ts'
import { FulfilmentStatus, Shipment } from './shipping.ts'
import {
  Address,
  CartId,
  CustomerId,
  Email,
  FulfilmentId,
  Image,
  LineId,
  OrderId,
  PaymentId,
  Reason,
  RefundId,
  ReturnId,
  ShippingOption,
  SkuQuantity,
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

const ReturnLine = z.strictObject({
  lineId: LineId,
  quantity: z.int(),
  reason: z.string(),
  disposition: z.enum(['restock', 'damaged']).optional(),
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
  totals: Totals,
  taxes: z.array(z.strictObject({ name: z.string(), rate: z.string(), amount: Money })),
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
    }),
  ),
  returns: z.array(z.strictObject({ id: ReturnId, status: ReturnStatus, lines: z.array(ReturnLine) })),
  cancelReason: z.string().optional(),
  placedAt: timestamp,
  timeline: z.array(TimelineEntry),
  /** The guest’s key to the order; in the answer of `complete` alone. */
  token: z.string().optional(),
})
export type Order = z.infer<typeof Order>

const pending = <Type extends string>(type: Type) => z.strictObject({ type: z.literal(type), order: Order })

export const completeCart = call('orders.complete-cart', 'POST /store/v1/carts/{id}/complete', {
  summary: 'Turns a cart into an order: goods first, money second.',
  access: 'anyone',
  params: z.strictObject({ id: CartId }),
  body: z.strictObject({
    paymentMethodId: text(80),
    paymentToken: text(255).optional(),
    returnUrl: z
      .url({ protocol: /^https?$/ })
      .max(2_000)
      .optional(),
  }),
  answers: {
    201: pending('order'),
    202: z.union([
      z.strictObject({
        type: z.literal('action_required'),
        order: Order,
        action: z.strictObject({ kind: z.literal('redirect'), url: z.string() }),
      }),
      pending('processing'),
    ]),
  },
  refusals: {
    payment_declined: { status: 402, title: 'The payment was declined.' },
    out_of_stock: { status: 409, title: 'Some lines exceed what is left.' },
    price_changed: { status: 409, title: 'A price is not what was shown.' },
    cart_incomplete: { status: 409, title: 'The cart lacks something an order needs.' },
    cart_completed: { status: 409, title: 'This cart has become an order.' },
    checkout_in_progress: { status: 409, title: 'This cart is being checked out.' },
    checkout_expired: { status: 409, title: 'The checkout took too long and was undone.' },
    order_cancelled: { status: 409, title: 'The order was cancelled meanwhile.' },
    payment_method_unknown: { status: 422, title: 'There is no such way to pay here.' },
  },
  idempotency: 'own',
})

const byId = z.strictObject({ id: OrderId })
const token = z.strictObject({ token: text(200).optional() })

export const showOrder = call('orders.show-order', 'GET /store/v1/orders/{id}', {
  summary: 'An order, for its owner or a guest with its token.',
  access: 'anyone',
  params: byId,
  query: token,
  answers: { 200: Order },
})

export const watchOrder = call('orders.watch-order', 'GET /store/v1/orders/{id}/events', {
  summary: 'The order’s timeline, live, as Server-Sent Events.',
  access: 'anyone',
  params: byId,
  query: token,
  produces: 'text/event-stream',
  answers: { 200: z.unknown() },
})

export const listMyOrders = call('orders.list-my-orders', 'GET /store/v1/me/orders', {
  summary: 'The customer’s orders, newest first.',
  access: 'customer',
  query: z.strictObject(pageQuery),
  answers: { 200: page(Order) },
})

const notCancellable = { status: 409, title: 'The order cannot be cancelled any more.' } as const
const reasonBody = z.strictObject({ reason: Reason.optional() })

export const cancelMyOrder = call('orders.cancel-my-order', 'POST /store/v1/orders/{id}/cancel', {
  summary: 'Cancels an order nothing has left the house of; money and goods go back.',
  access: 'anyone',
  params: byId,
  query: token,
  body: reasonBody,
  answers: { 200: Order },
  refusals: { order_not_cancellable: notCancellable },
  idempotency: 'accepted',
})

export const requestReturn = call('orders.request-return', 'POST /store/v1/orders/{id}/returns', {
  summary: 'Asks to send goods back that were shipped.',
  access: 'anyone',
  params: byId,
  query: token,
  body: z.strictObject({
    lines: z
      .array(z.strictObject({ lineId: LineId, quantity: z.int().min(1).max(999), reason: Reason }))
      .min(1)
      .max(100),
  }),
  answers: { 201: Order },
  refusals: { return_exceeds_shipped: { status: 422, title: 'More than was shipped and not yet returned.' } },
  idempotency: 'accepted',
})

export const listOrders = call('orders.list-orders', 'GET /admin/v1/orders', {
  summary: 'Orders, newest first.',
  access: 'staff:orders:read',
  query: z.strictObject({
    ...pageQuery,
    status: OrderStatus.optional(),
    paymentStatus: OrderPaymentStatus.optional(),
    fulfilmentStatus: OrderFulfilmentStatus.optional(),
    email: z.string().max(254).optional(),
    number: z.string().max(40).optional(),
  }),
  answers: { 200: page(Order) },
})

export const showOrderToStaff = call('orders.show-order-to-staff', 'GET /admin/v1/orders/{id}', {
  summary: 'One order, by id or number.',
  access: 'staff:orders:read',
  params: z.strictObject({ id: text(80) }),
  answers: { 200: Order },
})

export const showTimeline = call('orders.show-timeline', 'GET /admin/v1/orders/{id}/timeline', {
  summary: 'What happened to an order, by whom, under which trace.',
  access: 'staff:orders:read',
  params: byId,
  answers: { 200: page(TimelineEntry) },
})

export const cancelOrder = call('orders.cancel-order', 'POST /admin/v1/orders/{id}/cancel', {
  summary: 'Cancels an order nothing has left the house of; money and goods go back.',
  access: 'staff:orders:write',
  params: byId,
  body: reasonBody,
  answers: { 200: Order },
  refusals: { order_not_cancellable: notCancellable },
  idempotency: 'accepted',
})

const paymentUnavailable = { status: 409, title: 'The payment is not in a state for that.' } as const

export const captureOrder = call('orders.capture-order', 'POST /admin/v1/orders/{id}/capture', {
  summary: 'Takes an amount of what is authorized; all that is left when no amount is named.',
  access: 'staff:orders:write',
  params: byId,
  body: z.strictObject({ amount: Money.optional() }),
  answers: { 200: Order },
  refusals: {
    capture_exceeds_authorized: { status: 422, title: 'That is more than is authorized.' },
    payment_unavailable: paymentUnavailable,
  },
  idempotency: 'required',
})

export const refundOrder = call('orders.refund-order', 'POST /admin/v1/orders/{id}/refunds', {
  summary: 'Gives an amount back, or what was paid for some lines.',
  access: 'staff:orders:write',
  params: byId,
  body: z.union([
    z.strictObject({ amount: Money, reason: Reason }),
    z.strictObject({
      lines: z
        .array(z.strictObject({ lineId: LineId, quantity: z.int().min(1).max(999) }))
        .min(1)
        .max(100),
      reason: Reason,
    }),
  ]),
  answers: { 201: Order },
  refusals: {
    refund_exceeds_captured: { status: 422, title: 'That is more than was captured.' },
    payment_unavailable: paymentUnavailable,
  },
  idempotency: 'required',
})

export const createFulfilment = call('orders.create-fulfilment', 'POST /admin/v1/orders/{id}/fulfilments', {
  summary: 'Packs a parcel of an order’s lines.',
  access: 'staff:orders:write',
  params: byId,
  body: z.strictObject({
    lines: z
      .array(z.strictObject({ lineId: LineId, quantity: z.int().min(1).max(999) }))
      .min(1)
      .max(100),
    carrier: text(80),
    trackingNumber: text(80).optional(),
  }),
  answers: { 201: Shipment },
  refusals: {
    fulfilment_exceeds_ordered: { status: 422, title: 'More than is left to send.' },
    order_not_fulfillable: { status: 409, title: 'The order is not in a state for that.' },
  },
  idempotency: 'accepted',
})

const wrongStatus = {
  wrong_status: { status: 409, title: 'The parcel is not in a state for that.' },
} as const
const fulfilment = {
  access: 'staff:orders:write',
  params: z.strictObject({ id: FulfilmentId }),
  answers: { 200: Shipment },
} as const

export const shipFulfilment = call('orders.ship-fulfilment', 'POST /admin/v1/fulfilments/{id}/ship', {
  ...fulfilment,
  summary: 'The parcel left the house.',
  refusals: wrongStatus,
  idempotency: 'accepted',
})

export const deliverFulfilment = call(
  'orders.deliver-fulfilment',
  'POST /admin/v1/fulfilments/{id}/deliver',
  {
    ...fulfilment,
    summary: 'The parcel arrived.',
    refusals: wrongStatus,
    idempotency: 'accepted',
  },
)

const returnCall = {
  access: 'staff:orders:write',
  params: z.strictObject({ id: ReturnId }),
  answers: { 200: Order },
  refusals: {
    wrong_status: { status: 409, title: 'The return is not in a state for that.' },
    receipt_differs: { status: 422, title: 'That is not what was to come back.' },
  },
  idempotency: 'accepted',
} as const

export const approveReturn = call('orders.approve-return', 'POST /admin/v1/returns/{id}/approve', {
  ...returnCall,
  summary: 'The shopper may send the goods back.',
})

export const declineReturn = call('orders.decline-return', 'POST /admin/v1/returns/{id}/decline', {
  ...returnCall,
  summary: 'The goods are not taken back.',
  body: reasonBody,
})

export const receiveReturn = call('orders.receive-return', 'POST /admin/v1/returns/{id}/receive', {
  ...returnCall,
  summary: 'The goods arrived; what is fit goes back on the shelf. Refunding is a step of its own.',
  body: z.strictObject({
    lines: z
      .array(
        z.strictObject({
          lineId: LineId,
          quantity: z.int().min(1).max(999),
          disposition: z.enum(['restock', 'damaged']),
        }),
      )
      .min(1)
      .max(200),
  }),
})

/** What everybody who overhears an order needs: who, what, how much. */
export const OrderFacts = z.strictObject({
  orderId: OrderId,
  number: z.string(),
  cartId: CartId,
  customerId: CustomerId.nullable(),
  email: Email,
  lines: z.array(
    z.strictObject({
      id: LineId,
      sku: z.string(),
      title: z.string(),
      quantity: z.int(),
      unitPrice: Money,
      total: Money,
    }),
  ),
  totals: Totals,
  shippingAddress: Address,
  /** The guest's key to the order, for the link in a mail. */
  token: z.string(),
  version: z.int(),
  at: timestamp,
})
export type OrderFacts = z.infer<typeof OrderFacts>
export const orderConfirmed = event(
  'orders.order-confirmed.v1',
  'Goods are promised and the money is verified.',
  OrderFacts,
  'orderId',
)
export const orderCompleted = event(
  'orders.order-completed.v1',
  'Everything arrived and nothing is due.',
  OrderFacts,
  'orderId',
)

export const orderCancelled = event(
  'orders.order-cancelled.v1',
  'An order came to nothing; what was sold of it goes back on the shelf.',
  z.strictObject({
    ...OrderFacts.shape,
    reason: z.string(),
    /** Whether it had been confirmed: a checkout that failed tells nobody. */
    wasConfirmed: z.boolean(),
  }),
  'orderId',
)

export const returnReceived = event(
  'orders.return-received.v1',
  'Returned goods arrived and were looked at; `restock` lists what can be sold again.',
  z.strictObject({ orderId: OrderId, returnId: z.string(), restock: z.array(SkuQuantity), at: timestamp }),
  'orderId',
)

const returnFacts = z.strictObject({
  orderId: OrderId,
  returnId: z.string(),
  number: z.string(),
  email: Email,
  lines: z.array(z.strictObject({ lineId: LineId, quantity: z.int() })),
  at: timestamp,
})
export const returnRequested = event(
  'orders.return-requested.v1',
  'A shopper wants to send goods back.',
  returnFacts,
  'orderId',
)
export const returnApproved = event(
  'orders.return-approved.v1',
  'The shopper may send the goods back.',
  returnFacts,
  'orderId',
)
export const returnDeclined = event(
  'orders.return-declined.v1',
  'The goods are not taken back.',
  returnFacts,
  'orderId',
)
