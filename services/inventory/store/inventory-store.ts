import type { Queryable } from '@souk/kit/database'
import type { Allocation } from '../domain/reserve.ts'
import { type Change, DEFAULT_LOCATION, type Item } from '../domain/stock.ts'

export type InventoryStore = ReturnType<typeof inventoryStore>

export interface Movement {
  id: string
  sku: string
  location: string
  kind: 'initial' | 'adjustment' | 'count' | 'sale' | 'return'
  delta: number
  reason: string
  reference: string | null
  actor: string
  at: string
}

export interface NewItem {
  sku: string
  policy: Item['policy']
  availability: Item['availability']
  onHand: number
}

const UNBOUNDED = 1_000_000_000

/** Stock in PostgreSQL. Rows are locked in SKU order, then by location, wherever more than one is. */
export function inventoryStore(sql: Queryable) {
  const readItems = (skus: readonly string[]) => sql<Item[]>`
    select i.sku, i.policy, i.low_stock_threshold as "lowStockThreshold", i.availability, i.version, s.levels
    from item i, lateral (
      select json_agg(json_build_object('location', l.location, 'onHand', l.on_hand, 'reserved', l.reserved, 'incoming', l.incoming)
        order by l.location <> ${DEFAULT_LOCATION}, l.location) as levels
      from stock l where l.sku = i.sku) s
    where i.sku = any(${skus as string[]}) order by i.sku`

  return {
    /**
     * The items, locked until the transaction ends: whoever changes a shelf holds its item. Reading is a
     * statement of its own, sent right behind: one that both waits and joins would see shelves as they were
     * before the wait.
     */
    async lockItems(skus: readonly string[]): Promise<Item[]> {
      const [, items] = await Promise.all([
        sql`select 1 from item where sku = any(${skus as string[]}) order by sku for update`,
        readItems(skus),
      ])
      return [...items]
    },

    findItems: async (skus: readonly string[]): Promise<Item[]> => [...(await readItems(skus))],

    /** Adds the items that are not there yet; returns the SKUs added. */
    async addItems(added: readonly NewItem[]): Promise<string[]> {
      const rows = await sql<{ sku: string }[]>`
        with given as (
          select * from jsonb_to_recordset(${sql.json(added as never)}) as g(sku text, policy text, availability text, "onHand" bigint)),
        added as (
          insert into item (sku, policy, availability) select sku, policy, availability from given order by sku
          on conflict (sku) do nothing returning sku, policy),
        shelves as (
          insert into stock (sku, location, on_hand, backorder_limit)
          select sku, ${DEFAULT_LOCATION}, g."onHand", case when a.policy = 'deny' then 0 else ${UNBOUNDED}::bigint end
          from added a join given g using (sku))
        select sku from added`
      return rows.map(({ sku }) => sku)
    },

    /** Writes changes of shelves and what follows for shoppers. */
    async save(changes: readonly Change[], changed: readonly Item[]): Promise<void> {
      await sql`
        with shelf as (
          update stock s set on_hand = s.on_hand + c."onHand", reserved = s.reserved + c.reserved
          from jsonb_to_recordset(${sql.json(changes.map((one) => ({ onHand: 0, reserved: 0, ...one })) as never)})
            as c(sku text, location text, "onHand" bigint, reserved bigint)
          where s.sku = c.sku and s.location = c.location)
        update item i set availability = n.availability, version = n.version
        from jsonb_to_recordset(${sql.json(changed.map(({ sku, availability, version }) => ({ sku, availability, version })) as never)})
          as n(sku text, availability text, version int)
        where i.sku = n.sku and i.version <> n.version`
    },

    async addMovements(movements: readonly Movement[]): Promise<void> {
      await sql`
        insert into movement (id, sku, location, kind, delta, reason, reference, actor, at)
        select id, sku, location, kind, delta, reason, reference, actor, at
        from jsonb_to_recordset(${sql.json(movements as never)})
          as m(id text, sku text, location text, kind text, delta bigint, reason text, reference text, actor text, at timestamptz)`
    },

    async listMovements(sku: string, { before, limit }: { before: number; limit: number }) {
      return await sql<(Movement & { position: number; at: Date })[]>`
        select position, id, sku, location, kind, delta, reason, reference, actor, at from movement
        where sku = ${sku} and position < ${before} order by position desc limit ${limit}`
    },

    /** Opens a reservation unless the order has one already, then returns that one’s state. */
    async openReservation(orderId: string, expiresAt: string): Promise<Reservation | undefined> {
      const added = await sql`
        insert into reservation (order_id, state, expires_at) values (${orderId}, 'held', ${expiresAt})
        on conflict (order_id) do nothing`
      return added.count === 1 ? undefined : await lockReservation(sql, orderId)
    },

    /** A release that overtakes its reservation leaves a stone in its place. */
    async addReleased(orderId: string, at: string): Promise<boolean> {
      const added = await sql`
        insert into reservation (order_id, state, expires_at) values (${orderId}, 'released', ${at})
        on conflict (order_id) do nothing`
      return added.count === 1
    },

    async addReservationLines(orderId: string, allocations: readonly Allocation[]): Promise<void> {
      await sql`
        insert into reservation_line (order_id, sku, location, quantity)
        select ${orderId}, sku, location, quantity
        from jsonb_to_recordset(${sql.json(allocations as never)}) as a(sku text, location text, quantity bigint)`
    },

    lockReservation: (orderId: string) => lockReservation(sql, orderId),

    /** What of an order is promised and not shipped. */
    async findUnshipped(orderId: string): Promise<Allocation[]> {
      return await sql<Allocation[]>`
        select sku, location, quantity - shipped as quantity from reservation_line
        where order_id = ${orderId} and shipped < quantity order by sku, location`
    },

    async markShipped(orderId: string, allocations: readonly Allocation[]): Promise<void> {
      await sql`
        update reservation_line l set shipped = shipped + a.quantity
        from jsonb_to_recordset(${sql.json(allocations as never)}) as a(sku text, location text, quantity bigint)
        where l.order_id = ${orderId} and l.sku = a.sku and l.location = a.location`
    },

    async setReservation(orderId: string, state: Reservation['state']): Promise<void> {
      await sql`update reservation set state = ${state} where order_id = ${orderId}`
    },

    async findExpired(at: string): Promise<string[]> {
      const rows = await sql<{ orderId: string }[]>`
        select order_id as "orderId" from reservation where state = 'held' and expires_at < ${at}
        order by expires_at limit 100`
      return rows.map(({ orderId }) => orderId)
    },
  }
}

export interface Reservation {
  state: 'held' | 'committed' | 'released' | 'expired'
  expiresAt: Date
}

async function lockReservation(sql: Queryable, orderId: string): Promise<Reservation | undefined> {
  const [row] = await sql<Reservation[]>`
    select state, expires_at as "expiresAt" from reservation where order_id = ${orderId} for update`
  return row
}
