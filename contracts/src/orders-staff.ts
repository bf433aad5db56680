import { call, page, pageQuery, text, timestamp } from '@souk/kit/contract'
import { z } from 'zod'
import { Money } from './money.ts'
import {
  byId,
  notCancellable,
  Order,
  OrderFulfilmentStatus,
  OrderPaymentStatus,
  OrderStatus,
  reasonBody,
  TimelineEntry,
} from './orders-values.ts'
import { RefundPart } from './payments.ts'
import { Shipment } from './shipping.ts'
import { labelRefusals, labelWish, ShippingLabel } from './shipping-labels.ts'
import { FulfilmentId, LineId, Reason } from './values.ts'

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
    placedFrom: timestamp.optional(),
    /** Not included. */
    placedBefore: timestamp.optional(),
    /** Of the order’s total, in minor units. */
    total: z.int().min(0).optional(),
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

const onHold = { access: 'staff:orders:write', params: byId, answers: { 200: Order } } as const

export const holdOrder = call('orders.hold-order', 'POST /admin/v1/orders/{id}/hold', {
  ...onHold,
  summary: 'Stops an order: nothing of it leaves the house until the hold is released.',
  body: z.strictObject({ reason: Reason }),
  refusals: { order_not_holdable: { status: 409, title: 'Only an order under way can be held.' } },
  idempotency: 'accepted',
})

export const releaseHold = call('orders.release-hold', 'POST /admin/v1/orders/{id}/release-hold', {
  ...onHold,
  summary: 'Lets an order that is on hold go on where it was.',
  body: reasonBody,
  refusals: { order_not_on_hold: { status: 409, title: 'The order is not on hold.' } },
  idempotency: 'accepted',
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

const refundedUnits = {
  lines: z
    .array(z.strictObject({ lineId: LineId, quantity: z.int().min(1).max(999) }))
    .min(1)
    .max(100),
  /** Delivery too, once. */
  shipping: z.boolean().optional(),
}
const refundedShipping = { shipping: z.literal(true) }

export const previewRefund = call('orders.preview-refund', 'POST /admin/v1/orders/{id}/refunds/preview', {
  summary: 'Which payments would give the amount back, and why these; nothing is given back.',
  access: 'staff:orders:read',
  params: byId,
  body: z.union([
    z.strictObject({ amount: Money }),
    z.strictObject(refundedUnits),
    z.strictObject(refundedShipping),
  ]),
  answers: { 200: z.strictObject({ amount: Money, payments: z.array(RefundPart) }) },
  refusals: { refund_exceeds_captured: { status: 422, title: 'That is more than was captured.' } },
})

export const refundOrder = call('orders.refund-order', 'POST /admin/v1/orders/{id}/refunds', {
  summary:
    'Gives an amount back, or what was paid for some lines and delivery: from the newest payment first.',
  access: 'staff:orders:write',
  params: byId,
  body: z.union([
    z.strictObject({ amount: Money, reason: Reason }),
    z.strictObject({ ...refundedUnits, reason: Reason }),
    z.strictObject({ ...refundedShipping, reason: Reason }),
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

export const buyFulfilmentLabel = call(
  'orders.buy-fulfilment-label',
  'POST /admin/v1/fulfilments/{id}/labels',
  {
    summary: 'Buys a label of a carrier for a parcel; scans of it then ship and deliver the fulfilment.',
    access: fulfilment.access,
    params: fulfilment.params,
    body: z.strictObject(labelWish),
    answers: { 201: ShippingLabel },
    refusals: labelRefusals,
    idempotency: 'required',
  },
)

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
