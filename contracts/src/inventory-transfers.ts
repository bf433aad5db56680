import { call, page, pageQuery, text, timestamp, typeId } from '@souk/kit/contract'
import { z } from 'zod'
import { Location, shelfRefusals } from './inventory.ts'
import { Sku } from './values.ts'

const TransferId = typeId('trf')
const Amount = z.int().min(1).max(1_000_000)
const TransferState = z.enum(['draft', 'shipped', 'received', 'cancelled'])

const Transfer = z.strictObject({
  id: TransferId,
  from: Location,
  to: Location,
  state: TransferState,
  note: z.string(),
  version: z.int(),
  createdAt: timestamp,
  lines: z.array(
    z.strictObject({
      sku: Sku,
      quantity: z.int(),
      received: z.int(),
      /** Did not arrive. */
      missing: z.int(),
      /** Came back to where they set out, as the transfer was cancelled on its way. */
      recalled: z.int(),
    }),
  ),
})

const skuAmounts = z.array(z.strictObject({ sku: Sku, quantity: Amount }))

export const createTransfer = call('inventory.create-transfer', 'POST /admin/v1/transfers', {
  summary: 'Plans to move goods from one location to another; nothing moves until it is shipped.',
  access: 'staff:inventory:write',
  body: z.strictObject({
    from: Location,
    to: Location,
    lines: skuAmounts.min(1).max(200),
    note: text(200, 0).default(''),
  }),
  answers: { 201: Transfer },
  refusals: { ...shelfRefusals, same_location: { status: 422, title: 'The goods are there already.' } },
  idempotency: 'accepted',
})

export const listTransfers = call('inventory.list-transfers', 'GET /admin/v1/transfers', {
  summary: 'Goods moved between locations, newest first.',
  access: 'staff:inventory:read',
  query: z.strictObject({ ...pageQuery, state: TransferState.optional() }),
  answers: { 200: page(Transfer) },
})

const byId = z.strictObject({ id: TransferId })
const wrongStatus = {
  wrong_status: { status: 409, title: 'It is not in a state for that.' },
} as const

export const showTransfer = call('inventory.show-transfer', 'GET /admin/v1/transfers/{id}', {
  summary: 'One transfer, and what of it has arrived.',
  access: 'staff:inventory:read',
  params: byId,
  answers: { 200: Transfer },
})

export const shipTransfer = call('inventory.ship-transfer', 'POST /admin/v1/transfers/{id}/ship', {
  summary: 'The goods left; until they arrive they are incoming at their destination.',
  access: 'staff:inventory:write',
  params: byId,
  answers: { 200: Transfer },
  refusals: {
    ...wrongStatus,
    insufficient_stock: { status: 409, title: 'That would take what is promised, or is not there.' },
    unknown_location: shelfRefusals.unknown_location,
  },
  idempotency: 'required',
})

export const receiveTransfer = call('inventory.receive-transfer', 'POST /admin/v1/transfers/{id}/receive', {
  summary: 'Goods arrived, all or some; with `isLast` the rest is noted as missing.',
  access: 'staff:inventory:write',
  params: byId,
  body: z.strictObject({ lines: skuAmounts.max(200), isLast: z.boolean().default(false) }),
  answers: { 200: Transfer },
  refusals: {
    ...wrongStatus,
    exceeds_transfer: { status: 422, title: 'More arrived than is on its way.' },
    unknown_location: shelfRefusals.unknown_location,
  },
  idempotency: 'required',
})

export const cancelTransfer = call('inventory.cancel-transfer', 'POST /admin/v1/transfers/{id}/cancel', {
  summary: 'Gives a transfer up; what is on its way goes back to where it came from.',
  access: 'staff:inventory:write',
  params: byId,
  answers: { 200: Transfer },
  refusals: { ...wrongStatus, unknown_location: shelfRefusals.unknown_location },
  idempotency: 'required',
})

const DeliveryId = typeId('dlv')
const Delivery = z.strictObject({
  id: DeliveryId,
  sku: Sku,
  location: Location,
  quantity: z.int(),
  received: z.int(),
  /** `closed`: the rest is not waited for any more. */
  state: z.enum(['expected', 'received', 'closed']),
  expectedAt: timestamp,
})

const bySku = z.strictObject({ sku: Sku })

export const expectDelivery = call('inventory.expect-delivery', 'POST /admin/v1/inventory/{sku}/incoming', {
  summary: 'A supplier is to bring goods; until then they are incoming.',
  access: 'staff:inventory:write',
  params: bySku,
  body: z.strictObject({ quantity: Amount, expectedAt: timestamp, location: Location.optional() }),
  answers: { 201: Delivery },
  refusals: shelfRefusals,
  idempotency: 'accepted',
})

export const listDeliveries = call('inventory.list-deliveries', 'GET /admin/v1/inventory/{sku}/incoming', {
  summary: 'What suppliers are to bring of a SKU and have brought, newest first.',
  access: 'staff:inventory:read',
  params: bySku,
  query: z.strictObject(pageQuery),
  answers: { 200: page(Delivery) },
})

export const receiveDelivery = call('inventory.receive-delivery', 'POST /admin/v1/incoming/{id}/receive', {
  summary:
    'Goods came, all or some; with `isLast` the rest is not waited for. The oldest orders are served first.',
  access: 'staff:inventory:write',
  params: z.strictObject({ id: DeliveryId }),
  body: z.strictObject({ quantity: z.int().min(0).max(1_000_000), isLast: z.boolean().default(false) }),
  answers: { 200: Delivery },
  refusals: {
    ...wrongStatus,
    exceeds_delivery: { status: 422, title: 'More came than was awaited.' },
  },
  idempotency: 'required',
})
