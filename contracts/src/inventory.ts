import { call, event, nothing, page, pageQuery, text, timestamp } from '@souk/kit/contract'
import { z } from 'zod'
import { Availability, Country, OrderId, Reason, Sku, SkuQuantity } from './values.ts'

export const Location = z.string().regex(/^[a-z0-9-]{1,40}$/)

const Policy = z.enum(['deny', 'backorder', 'preorder', 'untracked'])
const LowStockThreshold = z.int().min(0).max(1_000_000)
const Units = z.int().min(0).max(1_000_000_000)

export const StockLevel = z.strictObject({
  sku: Sku,
  policy: Policy,
  /** How many may be owed beyond the shelves; null for any number. */
  backorderLimit: z.int().nullable(),
  /** When what is owed is expected. */
  expectedAt: timestamp.nullable(),
  lowStockThreshold: z.int(),
  onHand: z.int(),
  reserved: z.int(),
  available: z.int(),
  incoming: z.int(),
  availability: Availability,
  version: z.int(),
  /** What one of a bundle is made of; a bundle has no stock of its own. */
  components: z.array(SkuQuantity).optional(),
  locations: z.array(
    z.strictObject({
      location: Location,
      onHand: z.int(),
      reserved: z.int(),
      available: z.int(),
      incoming: z.int(),
      /** Kept back from selling. */
      safety: z.int(),
    }),
  ),
})

export const Movement = z.strictObject({
  id: z.string(),
  sku: Sku,
  location: Location,
  kind: z.enum([
    'initial',
    'adjustment',
    'count',
    'sale',
    'return',
    'cancellation',
    'restock',
    'transfer',
    'delivery',
  ]),
  delta: z.int(),
  reason: z.string(),
  reference: z.string().nullable(),
  actor: z.string(),
  at: timestamp,
})

export const reserveStock = call('inventory.reserve-stock', 'POST /internal/inventory/reservations', {
  summary: 'Promises every line to an order, or names every line that falls short and promises nothing.',
  access: 'internal',
  body: z.strictObject({
    orderId: OrderId,
    lines: z.array(SkuQuantity).min(1).max(500),
    expiresAt: timestamp,
    /** Where the goods go, for a shop that sends from the nearest location. */
    destination: z.strictObject({ country: Country, region: text(120).optional() }).optional(),
  }),
  answers: { 201: z.strictObject({ orderId: OrderId, expiresAt: timestamp }) },
  refusals: {
    insufficient_stock: { status: 409, title: 'Some lines exceed what is available.' },
    reservation_released: { status: 409, title: 'This reservation was released before it was made.' },
  },
})

export const releaseStock = call(
  'inventory.release-stock',
  'POST /internal/inventory/reservations/{orderId}/release',
  {
    summary: 'Gives an order’s reservation back; one that comes too early is remembered and wins.',
    access: 'internal',
    params: z.strictObject({ orderId: OrderId }),
    answers: { 204: nothing },
  },
)

const ofChange = { orderId: OrderId, changeId: z.string().min(1).max(120) }

export const changeReservation = call(
  'inventory.change-reservation',
  'POST /internal/inventory/reservations/{orderId}/changes/{changeId}',
  {
    summary:
      'Promises an order more or less of some SKUs, all of it or nothing; the same change counts once.',
    access: 'internal',
    params: z.strictObject(ofChange),
    body: z.strictObject({
      more: z.array(SkuQuantity).max(500).default([]),
      less: z.array(SkuQuantity).max(500).default([]),
    }),
    answers: { 204: nothing },
    refusals: {
      insufficient_stock: { status: 409, title: 'Some lines exceed what is available.' },
      reservation_released: { status: 409, title: 'This reservation was released or ran out.' },
    },
  },
)

export const undoReservationChange = call(
  'inventory.undo-reservation-change',
  'POST /internal/inventory/reservations/{orderId}/changes/{changeId}/undo',
  {
    summary: 'Takes back what a change promised; one that comes too early is remembered and wins.',
    access: 'internal',
    params: z.strictObject(ofChange),
    answers: { 204: nothing },
  },
)

export const extendReservation = call(
  'inventory.extend-reservation',
  'POST /internal/inventory/reservations/{orderId}/extend',
  {
    summary: 'Holds an order’s reservation longer; never shorter than it was.',
    access: 'internal',
    params: z.strictObject({ orderId: OrderId }),
    body: z.strictObject({ expiresAt: timestamp }),
    answers: { 200: z.strictObject({ orderId: OrderId, expiresAt: timestamp }) },
    refusals: { reservation_released: { status: 409, title: 'This reservation was released or ran out.' } },
  },
)

export const registerStock = call('inventory.register-stock', 'POST /internal/inventory/items', {
  summary: 'Opens shelves for SKUs not known yet, with what is on hand; known ones are left as they are.',
  access: 'internal',
  body: z.strictObject({
    items: z
      .array(
        z.strictObject({
          sku: Sku,
          onHand: z.int().min(0).max(1_000_000_000),
          policy: Policy,
        }),
      )
      .min(1)
      .max(5_000),
  }),
  answers: {
    200: z.strictObject({ items: z.array(z.strictObject({ sku: Sku, availability: Availability })) }),
  },
})

export const showStock = call('inventory.show-stock', 'GET /admin/v1/inventory/{sku}', {
  summary: 'What of a SKU is on hand, reserved and available, by location.',
  access: 'staff:inventory:read',
  params: z.strictObject({ sku: Sku }),
  answers: { 200: StockLevel },
})

/** Of whatever is put on a shelf. */
export const shelfRefusals = {
  unknown_location: { status: 422, title: 'There is no such location.' },
  bundle_has_no_stock: { status: 422, title: 'A bundle has no stock of its own.' },
} as const

export const adjustStock = call('inventory.adjust-stock', 'POST /admin/v1/inventory/{sku}/adjustments', {
  summary: 'Adds to or takes from what is on hand, with a reason.',
  access: 'staff:inventory:write',
  params: z.strictObject({ sku: Sku }),
  body: z.strictObject({
    delta: z.int().min(-1_000_000).max(1_000_000),
    reason: Reason,
    location: Location.optional(),
  }),
  answers: { 200: StockLevel },
  refusals: {
    insufficient_stock: { status: 409, title: 'That would take more than is free.' },
    ...shelfRefusals,
  },
  idempotency: 'required',
})

export const countStock = call('inventory.count-stock', 'PUT /admin/v1/inventory/{sku}', {
  summary: 'Sets what is on hand after a count, if it still is what the counter saw.',
  access: 'staff:inventory:write',
  params: z.strictObject({ sku: Sku }),
  body: z.strictObject({
    onHand: z.int().min(0).max(1_000_000_000),
    /** Below nothing while backorders were shipped before their goods were booked in. */
    expectedOnHand: z.int().min(-1_000_000_000).max(1_000_000_000),
    location: Location.optional(),
  }),
  answers: { 200: StockLevel },
  refusals: {
    stock_changed: { status: 409, title: 'The stock changed since it was counted.' },
    insufficient_stock: { status: 409, title: 'More than that is promised to orders.' },
    ...shelfRefusals,
  },
})

export const changePolicy = call('inventory.change-policy', 'PATCH /admin/v1/inventory/{sku}', {
  summary:
    'Says how a SKU is sold from now on: while there is some, beyond that too and how far, or uncounted; and what is little.',
  access: 'staff:inventory:write',
  params: z.strictObject({ sku: Sku }),
  body: z.strictObject({
    policy: Policy.optional(),
    lowStockThreshold: LowStockThreshold.optional(),
    backorderLimit: Units.nullable().optional(),
    expectedAt: timestamp.nullable().optional(),
  }),
  answers: { 200: StockLevel },
  refusals: { expected_at_required: { status: 422, title: 'A preorder needs the day it is expected.' } },
})

export const listMovements = call('inventory.list-movements', 'GET /admin/v1/inventory/{sku}/movements', {
  summary: 'The ledger of a SKU, newest first; on hand is its sum.',
  access: 'staff:inventory:read',
  params: z.strictObject({ sku: Sku }),
  query: z.strictObject(pageQuery),
  answers: { 200: page(Movement) },
})

export const stockReserved = event(
  'inventory.stock-reserved.v1',
  'Every line of an order is promised.',
  z.strictObject({ orderId: OrderId, lines: z.array(SkuQuantity) }),
  'orderId',
)

export const stockReleased = event(
  'inventory.stock-released.v1',
  'A promise was given back or ran out.',
  z.strictObject({ orderId: OrderId, lines: z.array(SkuQuantity), reason: z.enum(['released', 'expired']) }),
  'orderId',
)

export const stockCommitted = event(
  'inventory.stock-committed.v1',
  'What was promised to an order is sold.',
  z.strictObject({ orderId: OrderId, lines: z.array(SkuQuantity) }),
  'orderId',
)

export const availabilityChanged = event(
  'inventory.availability-changed.v1',
  'What shoppers are told of a SKU is another word than before; `version` orders these.',
  z.strictObject({
    sku: Sku,
    availability: Availability,
    version: z.int(),
    /** When backordered goods are expected, where staff said so. */
    expectedAt: timestamp.optional(),
  }),
  'sku',
)

export const stockLow = event(
  'inventory.stock-low.v1',
  'There is little left of a SKU; told once, and again only after there was enough in between.',
  z.strictObject({ sku: Sku, available: z.int(), threshold: z.int(), at: timestamp }),
  'sku',
)
