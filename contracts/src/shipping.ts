import { call, event, text, timestamp } from '@souk/kit/contract'
import { z } from 'zod'
import { Currency, Money } from './money.ts'
import { ShippingLabel } from './shipping-labels.ts'
import { Key } from './shipping-values.ts'
import { Address, FulfilmentId, LineId, OrderId, Quantity, ShippingOption, Sku } from './values.ts'

export { buyLabel, cancelLabel, listLabels, receiveCarrierEvent, ShippingLabel } from './shipping-labels.ts'
export {
  addShippingOption,
  changeShippingOption,
  listShippingOptions,
  removeShippingOption,
  ShippingOptionSetup,
  showShippingOption,
} from './shipping-options.ts'
export {
  addShippingProfile,
  changeShippingProfile,
  listShippingProfiles,
  removeShippingProfile,
  ShippingProfile,
  showShippingProfile,
} from './shipping-profiles.ts'
export { ShippingArea, ShippingRate } from './shipping-values.ts'
export {
  addShippingZone,
  changeShippingZone,
  listShippingZones,
  removeShippingZone,
  ShippingZone,
  showShippingZone,
} from './shipping-zones.ts'

export const FulfilmentStatus = z.enum(['pending', 'shipped', 'delivered', 'cancelled'])

export const ShipmentLine = z.strictObject({ lineId: LineId, sku: Sku, quantity: z.int().min(1).max(999) })

/** A parcel of a fulfilment with a label of its own: several may go to one address. */
export const Parcel = z.strictObject({
  carrier: z.string(),
  trackingNumber: z.string(),
  trackingUrl: z.string(),
  progress: ShippingLabel.shape.progress,
})

export const Shipment = z.strictObject({
  id: FulfilmentId,
  orderId: OrderId,
  lines: z.array(ShipmentLine),
  carrier: text(80),
  trackingNumber: z.string().nullable(),
  trackingUrl: z.string().nullable(),
  status: FulfilmentStatus,
  parcels: z.array(Parcel).optional(),
})
export type Shipment = z.infer<typeof Shipment>

/** What is to be sent: so many of a SKU, each that heavy, packed with others of its profile. */
export const Goods = z.strictObject({
  sku: Sku,
  quantity: Quantity,
  weightGrams: z.int().min(0).max(1_000_000_000),
  profile: Key,
})

/** Why nothing is offered: where it should go, or what it is. */
export const Obstacle = z.strictObject({ path: z.string(), message: z.string(), sku: Sku.optional() })

export const quoteDelivery = call('shipping.quote-delivery', 'POST /internal/shipping/quotes', {
  summary: 'The ways to deliver to an address, cheapest first; none means we do not deliver there.',
  access: 'internal',
  body: z.strictObject({
    currency: Currency,
    address: Address,
    /** Of the goods, after what promotions take off them. */
    subtotal: Money,
    quantity: z.int().min(0),
    /** Without them the goods are of the standard profile and weigh nothing. */
    goods: z.array(Goods).max(500).optional(),
  }),
  answers: { 200: z.strictObject({ items: z.array(ShippingOption), obstacle: Obstacle.optional() }) },
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
export const shipmentFailed = event(
  'shipping.shipment-failed.v1',
  'A parcel could not be handed over, or came back.',
  z.strictObject({
    orderId: OrderId,
    fulfilmentId: FulfilmentId,
    carrier: z.string(),
    trackingNumber: z.string(),
    progress: z.enum(['failed', 'returned']),
    at: timestamp,
  }),
  'orderId',
)
