import type { Queryable } from '@souk/kit/database'

// What the auditor knows of the tables of orders.

export interface Amount {
  readonly amount: number
  readonly currency: string
}

interface Units {
  readonly lineId: string
  readonly quantity: number
  readonly disposition?: 'restock' | 'damaged' | 'discard' | 'quarantine'
}

type StoredTotals = Readonly<Record<'subtotal' | 'discount' | 'shipping' | 'tax' | 'total', Amount>> & {
  readonly taxIncluded: boolean
}

export interface ShownPayment {
  readonly id: string
  readonly version: number
  readonly captured: Amount
  readonly refunded: Amount
  readonly voided: Amount
}

export interface StoredOrder {
  readonly id: string
  readonly cartId: string
  readonly status: string
  readonly wasConfirmed: boolean
  readonly version: number
  readonly document: {
    readonly status: string
    readonly version: number
    readonly wasConfirmed: boolean
    readonly isCancelRequested: boolean
    readonly cartId: string
    readonly email: string
    readonly currency: string
    readonly lines: readonly {
      readonly id: string
      readonly sku: string
      readonly quantity: number
      readonly unitPrice: Amount
      readonly discount: Amount
      readonly total: Amount
    }[]
    readonly promotions?: readonly {
      readonly promotionId: string
      readonly amount: Amount
      readonly isCounted?: boolean
    }[]
    readonly totals: StoredTotals
    readonly taxes: readonly { readonly amount: Amount }[]
    readonly payment: ShownPayment | null
    readonly morePayments?: readonly ShownPayment[]
    readonly attempts?: readonly {
      readonly number: number
      readonly amount: Amount
      readonly state: string
    }[]
    readonly editing?: object
    readonly edits?: readonly {
      readonly id: string
      readonly before: StoredTotals
      readonly credit: number
      readonly givenBack?: number
    }[]
    readonly fulfilments: readonly {
      readonly id: string
      readonly status: string
      readonly lines: readonly { readonly sku: string; readonly quantity: number }[]
    }[]
    readonly returns: readonly {
      readonly id: string
      readonly status: string
      readonly lines: readonly Units[]
    }[]
    readonly timeline: readonly { readonly at: string; readonly type: string; readonly actor: string }[]
  }
}

/** What it added up to when it was bought, whatever edits made of it since. */
export const boughtFor = ({ document }: StoredOrder): StoredTotals =>
  document.edits?.[0]?.before ?? document.totals

/** A stretch of order ids: after `from`, up to and with `to`. */
export interface Range {
  readonly from: string
  readonly to: string
}

/** Every so many-th order’s id. */
export async function everyNthOrder(sql: Queryable, n: number): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select id from (select id, row_number() over (order by id) as place from orders) o
    where place % ${n} = 0 order by id`
  return rows.map(({ id }) => id)
}

export const ordersIn = (sql: Queryable, { from, to }: Range) => sql<StoredOrder[]>`
  select id, cart_id as "cartId", status, was_confirmed as "wasConfirmed", version, document
  from orders where id > ${from} and id <= ${to}`

/** Orders that share what belongs to one alone: a live cart, a number, an idempotency key. */
export const orderTwins = (sql: Queryable) => sql<{ what: string; shared: string; orderIds: string[] }[]>`
  select 'cart' as what, cart_id as shared, array_agg(id order by id) as "orderIds" from orders
  where status <> 'cancelled' group by cart_id having count(*) > 1
  union all
  select 'number', number, array_agg(id order by id) from orders group by number having count(*) > 1
  union all
  select 'idempotency key', min(key), array_agg(distinct order_id) from checkout
  group by principal, key having count(*) > 1`

export async function countOrders(sql: Queryable): Promise<number> {
  const [row] = await sql<{ count: number }[]>`select count(*) from orders`
  return row?.count ?? 0
}

/** What the checkouts’ keys lead to. */
export const keysAstray = (sql: Queryable) => sql<{ orderId: string; keys: number; saga: string | null }[]>`
  with led as (select order_id, count(*) as keys from checkout group by order_id)
  select coalesce(l.order_id, s.key) as "orderId", coalesce(l.keys, 0) as keys, s.state as saga
  from led l full join (select key, state, memory from saga where name = 'checkout') s on s.key = l.order_id
  where s.key is null or l.keys > 1
    -- A cart that could not even be frozen gave its key back.
    or (l.order_id is null and not (s.state = 'undone' and s.memory -> 'cart' is null) and s.state <> 'running')`

/** What orders announced of their sums, where it is not what they are. */
export const sumsToldOtherwise = (sql: Queryable) => sql<
  { eventId: string; orderId: string; told: number; is: number }[]
>`
  select e.id as "eventId", o.id as "orderId", (e.data #>> '{totals,total,amount}')::bigint as told,
    (o.document #>> '{totals,total,amount}')::bigint as is
  from outbox e join orders o on o.id = e.subject
  where e.type like 'orders.order-%' and e.data #> '{totals,total}' is distinct from o.document #> '{totals,total}'
    -- Before an edit its total was another.
    and not exists (
      select from jsonb_array_elements(o.document -> 'edits') x
      where x #> '{before,total}' = e.data #> '{totals,total}')`

/** Orders that were announced and are not there. */
export const announcedAndGone = (sql: Queryable) => sql<{ eventId: string; orderId: string; type: string }[]>`
  select e.id as "eventId", e.subject as "orderId", e.type from outbox e
  where e.type like 'orders.order-%' and not exists (select from orders o where o.id = e.subject)`
