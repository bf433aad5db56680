import type { Queryable } from '@souk/kit/database'
import type { Range } from './orders.ts'

// What the auditor knows of the tables of carts, catalog, notifications, recommendations and shipping: a query or two each.

export interface StoredCart {
  readonly id: string
  readonly status: string
  readonly checkoutId: string | null
  readonly updatedAt: Date
  /** Of the checkout it was frozen for. */
  readonly total: number | null
  readonly currency: string | null
}

export const cartsById = (carts: Queryable, ids: readonly string[]) => carts<StoredCart[]>`
  select ${cartColumns(carts)} from cart where id = any(${ids as string[]})`

export const frozenCarts = (carts: Queryable) => carts<StoredCart[]>`
  select ${cartColumns(carts)} from cart where status = 'frozen'`

const cartColumns = (carts: Queryable) => carts`
  id, status, document ->> 'checkoutId' as "checkoutId", updated_at as "updatedAt",
  (document #>> '{frozen,quote,totals,total,amount}')::bigint as total,
  document #>> '{frozen,quote,totals,total,currency}' as currency`

export interface Word {
  readonly sku: string
  readonly word: string
  readonly version: number
}

export const wordsInCarts = (carts: Queryable) => carts<Word[]>`
  select sku, availability as word, version from sku_availability`

export const wordsInCatalog = (catalog: Queryable) => catalog<Word[]>`
  select sku, word, version from availability`

export interface Confirmations {
  readonly orderId: string
  readonly count: number
  /** Neither sent nor given up. */
  readonly queued: number
  /** Its reader was erased, and with them what was written to them. */
  readonly isForgotten: boolean
}

export const confirmationsIn = (notifications: Queryable, { from, to }: Range) => notifications<
  Confirmations[]
>`
  select coalesce(m.order_id, c.order_id) as "orderId", coalesce(m.count, 0) as count, coalesce(m.queued, 0) as queued,
    c.order_id is not null and c.contact is null as "isForgotten"
  from (
    select order_id, count(*) as count, count(*) filter (where status = 'queued') as queued from message
    where template = 'order-confirmed' and order_id > ${from} and order_id <= ${to} group by order_id) m
  full join (
    select order_id, contact from order_contact where order_id > ${from} and order_id <= ${to}) c
    on c.order_id = m.order_id`

export interface StoredShipment {
  readonly id: string
  readonly orderId: string
  readonly status: 'pending' | 'shipped' | 'delivered' | 'cancelled'
  readonly lines: readonly { readonly sku: string; readonly quantity: number }[]
}

export const shipmentsIn = (shipping: Queryable, { from, to }: Range) => shipping<StoredShipment[]>`
  select id, order_id as "orderId", status, lines from shipment where order_id > ${from} and order_id <= ${to}`

/** Of an order that was heard of; one older than the inbox and the purchases reach is not there. */
export interface StoredPurchase {
  readonly orderId: string
  /** SKUs that count. */
  readonly skus: readonly string[]
}

export const purchasesIn = (recommendations: Queryable, { from, to }: Range) => recommendations<
  StoredPurchase[]
>`
  select order_id as "orderId",
    coalesce(array_agg(l.sku) filter (where l.bought > l.returned and l.confirmed_at is not null), '{}') as skus
  from (
    select order_id from purchase
    union
    select subject from inbox where type = 'orders.order-confirmed.v1' and state = 'applied') heard
  left join purchase_line l using (order_id)
  where order_id > ${from} and order_id <= ${to} group by order_id`

export interface StoredLabel {
  readonly id: string
  readonly carrier: string
  readonly state: string
  readonly trackingNumber: string | null
  /** Nothing where its parcel is not there. */
  readonly orderId: string | null
  /** What became of it is being found out. */
  readonly isOpen: boolean
}

export const labelsIn = (shipping: Queryable) => shipping<StoredLabel[]>`
  select l.id, l.carrier, l.state, l.tracking_number as "trackingNumber", s.order_id as "orderId",
    l.next_check_at is not null as "isOpen"
  from label l left join shipment s on s.id = l.shipment_id`
