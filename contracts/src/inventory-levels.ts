import { call, page, pageQuery, text, timestamp } from '@souk/kit/contract'
import { z } from 'zod'
import { Location, StockLevel, shelfRefusals } from './inventory.ts'
import { OrderId, Sku, SkuQuantity } from './values.ts'

export const listStock = call('inventory.list-stock', 'GET /admin/v1/inventory', {
  summary: 'What is kept, by SKU; with `low=true` only what runs low or is gone, with `q` what contains it.',
  access: 'staff:inventory:read',
  query: z.strictObject({ ...pageQuery, q: text(120).optional(), low: z.boolean().default(false) }),
  answers: { 200: page(StockLevel) },
})

const bySku = z.strictObject({ sku: Sku })

export const changeSafetyStock = call(
  'inventory.change-safety-stock',
  'PUT /admin/v1/inventory/{sku}/safety-stock',
  {
    summary: 'Keeps so many back from selling at a location.',
    access: 'staff:inventory:write',
    params: bySku,
    body: z.strictObject({ quantity: z.int().min(0).max(1_000_000), location: Location.optional() }),
    answers: { 200: StockLevel },
    refusals: shelfRefusals,
  },
)

export const changeComponents = call(
  'inventory.change-components',
  'PUT /admin/v1/inventory/{sku}/components',
  {
    summary:
      'Makes a SKU a bundle of others, sold as long as all of them are there; of none, one like any other.',
    access: 'staff:inventory:write',
    params: bySku,
    body: z.strictObject({ components: z.array(SkuQuantity).max(50) }),
    answers: { 200: StockLevel },
    refusals: {
      nested_bundle: { status: 422, title: 'A bundle is not made of bundles.' },
      unknown_component: { status: 422, title: 'There is no such SKU to make it of.' },
      has_stock: { status: 409, title: 'Only a SKU without stock can become a bundle.' },
    },
  },
)

export const showReservation = call('inventory.show-reservation', 'GET /admin/v1/reservations/{orderId}', {
  summary: 'What an order was promised, from which locations, and how much of it waits for goods.',
  access: 'staff:inventory:read',
  params: z.strictObject({ orderId: OrderId }),
  answers: {
    200: z.strictObject({
      orderId: OrderId,
      state: z.enum(['held', 'committed', 'released', 'expired']),
      expiresAt: timestamp,
      lines: z.array(
        z.strictObject({
          sku: Sku,
          location: Location,
          /** The bundle the units are part of. */
          bundle: Sku.nullable(),
          quantity: z.int(),
          shipped: z.int(),
          /** Sold beyond what is on hand; goods that arrive cover the oldest orders first. */
          waiting: z.int(),
        }),
      ),
    }),
  },
})
