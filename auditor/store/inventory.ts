import type { Queryable } from '@souk/kit/database'
import type { Range } from './orders.ts'

// What the auditor knows of the tables of inventory.

export interface StoredReservation {
  readonly orderId: string
  readonly state: 'held' | 'committed' | 'released' | 'expired'
  readonly lines: readonly { readonly sku: string; readonly quantity: number; readonly shipped: number }[]
  /** What its bundles were made of when they were promised. */
  readonly bundles: readonly { readonly sku: string; readonly components: readonly Units[] }[]
}

export interface Units {
  readonly sku: string
  readonly quantity: number
}

export const reservationsIn = (sql: Queryable, { from, to }: Range) => sql<StoredReservation[]>`
  select r.order_id as "orderId", r.state,
    coalesce((
      select json_agg(json_build_object('sku', l.sku, 'quantity', l.quantity, 'shipped', l.shipped))
      from reservation_line l where l.order_id = r.order_id), '[]') as lines,
    coalesce((
      select json_agg(json_build_object('sku', b.sku, 'components', b.components))
      from reservation_bundle b where b.order_id = r.order_id), '[]') as bundles
  from reservation r where r.order_id > ${from} and r.order_id <= ${to}`

/** Units that came back, by order: what movements say. */
export const returnedUnits = (sql: Queryable) => sql<{ orderId: string; sku: string; quantity: number }[]>`
  select reference as "orderId", sku, sum(delta)::bigint as quantity from movement
  where kind = 'return' and reference is not null group by reference, sku`

export interface ShelfFault {
  readonly id: string
  readonly about: string
  readonly says: string
}

export async function countShelves(sql: Queryable): Promise<number> {
  const [row] = await sql<{ count: number }[]>`select count(*) from stock`
  return row?.count ?? 0
}

export async function countMovements(sql: Queryable): Promise<number> {
  const [row] = await sql<{ count: number }[]>`select count(*) from movement`
  return row?.count ?? 0
}

/** Shelves that promise what they do not have, and promises shipped beyond what they are. */
export const shelvesOversold = (sql: Queryable) => sql<ShelfFault[]>`
  select sku || '@' || location as id, sku as about, format(
    'has %s on hand and %s reserved, so %s available, and may go %s below nothing',
    on_hand, reserved, on_hand - reserved, backorder_limit) as says
  from stock where on_hand < 0 or reserved < 0 or reserved > on_hand + backorder_limit
  union all
  select order_id || ' ' || sku || '@' || location, order_id, format('promises %s of %s and shipped %s', quantity, sku, shipped)
  from reservation_line where shipped < 0 or shipped > quantity or quantity <= 0`

/** Shelves whose units on hand are not the sum of their movements. */
export const onHandAstray = (sql: Queryable) => sql<ShelfFault[]>`
  with moved as (select sku, location, sum(delta)::bigint as units from movement group by sku, location)
  select coalesce(s.sku, m.sku) || '@' || coalesce(s.location, m.location) as id, coalesce(s.sku, m.sku) as about,
    format('has %s on hand; its movements add up to %s', coalesce(s.on_hand, 0), coalesce(m.units, 0)) as says
  from stock s full join moved m on m.sku = s.sku and m.location = s.location
  where coalesce(s.on_hand, 0) <> coalesce(m.units, 0)`

/** Shelves whose reserved units are not those of the promises that stand. */
export const reservedAstray = (sql: Queryable) => sql<ShelfFault[]>`
  with promised as (
    select l.sku, l.location, sum(l.quantity - l.shipped)::bigint as units
    from reservation_line l left join reservation r on r.order_id = l.order_id
    where coalesce(r.state, 'held') in ('held', 'committed') group by l.sku, l.location)
  select coalesce(s.sku, p.sku) || '@' || coalesce(s.location, p.location) as id, coalesce(s.sku, p.sku) as about,
    format('has %s reserved; the promises that stand add up to %s', coalesce(s.reserved, 0), coalesce(p.units, 0)) as says
  from stock s full join promised p on p.sku = s.sku and p.location = s.location
  where coalesce(s.reserved, 0) <> coalesce(p.units, 0)`

/** Shelves whose incoming units are not those of the deliveries and transfers under way. */
export const incomingAstray = (sql: Queryable) => sql<ShelfFault[]>`
  with expected as (
    select sku, location, quantity - received as units from delivery where state = 'expected'
    union all
    select l.sku, t.destination, l.quantity - l.received - l.missing - l.recalled
    from transfer_line l join transfer t on t.id = l.transfer_id where t.state = 'shipped'),
  coming as (select sku, location, sum(units)::bigint as units from expected group by sku, location)
  select coalesce(s.sku, c.sku) || '@' || coalesce(s.location, c.location) as id, coalesce(s.sku, c.sku) as about,
    format('has %s incoming; what is under way adds up to %s', coalesce(s.incoming, 0), coalesce(c.units, 0)) as says
  from stock s full join coming c on c.sku = s.sku and c.location = s.location
  where coalesce(s.incoming, 0) <> coalesce(c.units, 0)`

/** Transfers and deliveries that say another thing than the ledger: what left its origin, came back, and arrived. */
export const goodsAstray = (sql: Queryable) => sql<ShelfFault[]>`
  with told as (
    select l.transfer_id as id, l.sku, t.origin as location,
      case when t.state = 'draft' or (t.state = 'cancelled' and l.recalled + l.received = 0) then 0 else l.recalled - l.quantity end as units
    from transfer_line l join transfer t on t.id = l.transfer_id
    union all
    select l.transfer_id, l.sku, t.destination, l.received from transfer_line l join transfer t on t.id = l.transfer_id
    union all
    select id, sku, location, received from delivery),
  moved as (
    select reference as id, sku, location, sum(delta)::bigint as units from movement
    where kind in ('transfer', 'delivery') group by reference, sku, location)
  select coalesce(t.id, m.id) || ' ' || coalesce(t.sku, m.sku) || '@' || coalesce(t.location, m.location) as id,
    coalesce(t.sku, m.sku) as about,
    format('moved %s there by its own count; its movements say %s', coalesce(t.units, 0), coalesce(m.units, 0)) as says
  from told t full join moved m on m.id = t.id and m.sku = t.sku and m.location = t.location
  where coalesce(t.units, 0) <> coalesce(m.units, 0)`

export async function countUnderWay(sql: Queryable): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select (select count(*) from transfer_line) + (select count(*) from delivery) as count`
  return row?.count ?? 0
}

/** Bundles with stock of their own. */
export const bundlesAstray = (sql: Queryable) => sql<ShelfFault[]>`
  select s.sku || '@' || s.location as id, s.sku as about,
    format('is a bundle with %s on hand, %s reserved and %s incoming', on_hand, reserved, incoming) as says
  from stock s join item i using (sku) where i.is_bundle and (on_hand <> 0 or reserved <> 0 or incoming <> 0)`

/** Units shipped by the promises, where the movements know of others. */
export const salesAstray = (sql: Queryable) => sql<ShelfFault[]>`
  with shipped as (
    select order_id, sku, sum(shipped)::bigint as units from reservation_line where shipped > 0 group by order_id, sku),
  sold as (
    select reference, sku, -sum(delta)::bigint as units from movement where kind = 'sale' group by reference, sku)
  select coalesce(s.order_id, m.reference) || ' ' || coalesce(s.sku, m.sku) as id,
    coalesce(s.order_id, m.reference) as about,
    format('shipped %s of %s; its movements say %s', coalesce(s.units, 0), coalesce(s.sku, m.sku), coalesce(m.units, 0)) as says
  from shipped s full join sold m on m.reference = s.order_id and m.sku = s.sku
  where coalesce(s.units, 0) <> coalesce(m.units, 0)`

/** The word for shoppers, as its owner has it. */
export const words = (sql: Queryable) => sql<{ sku: string; word: string; version: number }[]>`
  select sku, availability as word, version from item`

export const newestMovements = (sql: Queryable, skus: readonly string[]) => sql<
  { sku: string; at: Date; what: string }[]
>`
  select sku, at, what from (
    select sku, at, position, format('%s of %s at %s: %s', kind, delta, location, reason) as what,
      row_number() over (partition by sku order by position desc) as place
    from movement where sku = any(${skus as string[]})) m
  where place <= 20 order by position`
