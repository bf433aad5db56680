import { call, event, nothing, page, pageQuery, text, timestamp } from '@souk/kit/contract'
import { z } from 'zod'
import { Currency, Money, Price } from './money.ts'
import { Address, Country, FulfilmentId, LineId, OrderId, ShippingOption, Sku } from './values.ts'

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

/** A key people read, such as `standard`; an option keeps its own for good, as carts and orders carry it. */
const Key = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(40)

/** Countries that share rates; a country lies in one zone at most, and without one it is not delivered to. */
export const ShippingZone = z.strictObject({ id: Key, name: z.string(), countries: z.array(Country) })

/** What an option costs in one zone and currency; from a subtotal of `freeFrom` on, nothing. */
export const ShippingRate = z.strictObject({
  zone: Key,
  price: Price,
  freeFrom: Price.optional(),
  estimate: z.strictObject({ minDays: z.int().min(0).max(365), maxDays: z.int().min(0).max(365) }),
})

const optionFields = {
  name: text(120),
  carrier: text(80),
  rates: z.array(ShippingRate).max(500),
}

export const ShippingOptionSetup = z.strictObject({
  id: Key,
  ...optionFields,
  isActive: z.boolean(),
  version: z.int(),
})

export const listShippingZones = call('shipping.list-shipping-zones', 'GET /admin/v1/shipping-zones', {
  summary: 'Where the shop delivers to.',
  access: 'staff:shipping:read',
  answers: { 200: page(ShippingZone) },
})

export const listShippingOptions = call('shipping.list-shipping-options', 'GET /admin/v1/shipping-options', {
  summary: 'The ways to deliver, with their rates, by id.',
  access: 'staff:shipping:read',
  query: z.strictObject(pageQuery),
  answers: { 200: page(ShippingOptionSetup) },
})

const optionId = z.strictObject({ id: Key })
export const showShippingOption = call(
  'shipping.show-shipping-option',
  'GET /admin/v1/shipping-options/{id}',
  {
    summary: 'One way to deliver, with its rates.',
    access: 'staff:shipping:read',
    params: optionId,
    answers: { 200: ShippingOptionSetup },
  },
)

const rateRefusals = {
  unknown_zone: { status: 422, title: 'There is no such shipping zone.' },
  rates_conflict: { status: 422, title: 'The rates contradict one another.' },
} as const

export const addShippingOption = call('shipping.add-shipping-option', 'POST /admin/v1/shipping-options', {
  summary: 'Adds a way to deliver; carts are offered it at once.',
  access: 'staff:shipping:write',
  body: z.strictObject({ id: Key, ...optionFields, isActive: z.boolean().default(true) }),
  answers: { 201: ShippingOptionSetup },
  refusals: {
    ...rateRefusals,
    shipping_option_exists: { status: 409, title: 'There is an option with this id already.' },
  },
  idempotency: 'accepted',
})

export const changeShippingOption = call(
  'shipping.change-shipping-option',
  'PATCH /admin/v1/shipping-options/{id}',
  {
    summary: 'Changes a way to deliver; orders already placed keep theirs.',
    access: 'staff:shipping:write',
    params: optionId,
    body: z.strictObject({
      name: optionFields.name.optional(),
      carrier: optionFields.carrier.optional(),
      rates: optionFields.rates.optional(),
      isActive: z.boolean().optional(),
    }),
    answers: { 200: ShippingOptionSetup },
    refusals: rateRefusals,
  },
)

export const removeShippingOption = call(
  'shipping.remove-shipping-option',
  'DELETE /admin/v1/shipping-options/{id}',
  {
    summary: 'Takes a way to deliver away.',
    access: 'staff:shipping:write',
    params: optionId,
    answers: { 204: nothing },
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
