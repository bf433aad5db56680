import { call, event, text, timestamp } from '@souk/kit/contract'
import { z } from 'zod'
import { Currency, Money } from './money.ts'
import { Address, FulfilmentId, LineId, OrderId, ShippingOption, Sku } from './values.ts'

export const FulfilmentStatus = z.enum(['pending', 'shipped', 'delivered', 'cancelled'])

export const ShipmentLine = z.strictObject({ lineId: LineId, sku: Sku, quantity: z.int().min(1).max(999) })

export const Shipment = z.strictObject({
  id: FulfilmentId,
  orderId: OrderId,
  lines: z.array(ShipmentLine),
  carrier: text(80),
  trackingNumber: z.string().nullable(),
  trackingUrl: z.string().nullable(),
  status: FulfilmentStatus,
})
export type Shipment = z.infer<typeof Shipment>

export const quoteDelivery = call('shipping.quote-delivery', 'POST /internal/shipping/quotes', {
  summary: 'The ways to deliver to an address, cheapest first; none means we do not deliver there.',
  access: 'internal',
  body: z.strictObject({ currency: Currency, address: Address, subtotal: Money, quantity: z.int().min(0) }),
  answers: { 200: z.strictObject({ items: z.array(ShippingOption) }) },
})

export const createShipment = call('shipping.create-shipment', 'POST /internal/shipping/shipments', {
  summary: 'Opens a parcel for lines of an order; the same id again changes nothing.',
  access: 'internal',
  body: z.strictObject({
    id: FulfilmentId,
    orderId: OrderId,
    lines: z.array(ShipmentLine).min(1).max(500),
    carrier: text(80),
    trackingNumber: text(80).optional(),
  }),
  answers: { 201: Shipment },
})

const shipmentRefusals = {
  wrong_status: { status: 409, title: 'The parcel is not in a state for that.' },
} as const
const byId = z.strictObject({ id: FulfilmentId })

export const shipShipment = call('shipping.ship-shipment', 'POST /internal/shipping/shipments/{id}/ship', {
  summary: 'The parcel left the house.',
  access: 'internal',
  params: byId,
  answers: { 200: Shipment },
  refusals: shipmentRefusals,
})

export const deliverShipment = call(
  'shipping.deliver-shipment',
  'POST /internal/shipping/shipments/{id}/deliver',
  {
    summary: 'The parcel arrived.',
    access: 'internal',
    params: byId,
    answers: { 200: Shipment },
    refusals: shipmentRefusals,
  },
)

const shipmentFacts = z.strictObject({ orderId: OrderId, shipment: Shipment, at: timestamp })
export const shipmentCreated = event(
  'shipping.shipment-created.v1',
  'A parcel was opened.',
  shipmentFacts,
  'orderId',
)
export const shipmentShipped = event(
  'shipping.shipment-shipped.v1',
  'A parcel left the house.',
  shipmentFacts,
  'orderId',
)
export const shipmentDelivered = event(
  'shipping.shipment-delivered.v1',
  'A parcel arrived.',
  shipmentFacts,
  'orderId',
)
