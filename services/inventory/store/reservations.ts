import type { Queryable } from '@souk/kit/database'
import type { Allocation } from '../domain/allocate.ts'

export interface Reservation {
  orderId: string
  state: 'held' | 'committed' | 'released' | 'expired'
  expiresAt: Date
}

interface NewReservation {
  orderId: string
  expiresAt: string
  allocations: readonly Allocation[]
}

/** Somebody stored a reservation or a stone for the same order meanwhile: the transaction is tried again and sees it. */
class Overtaken extends Error {
  readonly code = '40001'
}

/** Promises to orders, and from which shelves they come. */
export function reservations(sql: Queryable) {
  return {
    async findReservations(orderIds: readonly string[]): Promise<Reservation[]> {
      return await sql<Reservation[]>`
        select order_id as "orderId", state, expires_at as "expiresAt" from reservation
        where order_id = any(${orderIds as string[]})`
    },

    async addReservations(added: readonly NewReservation[]): Promise<void> {
      const rows = added.map(({ orderId, expiresAt, allocations }) => ({ orderId, expiresAt, allocations }))
      const [opened] = await sql<{ count: number }[]>`
        with given as (
          select * from jsonb_to_recordset(${sql.json(rows as never)}) as g("orderId" text, "expiresAt" timestamptz, allocations jsonb)),
        opened as (
          insert into reservation (order_id, state, expires_at) select "orderId", 'held', "expiresAt" from given
          on conflict (order_id) do nothing returning order_id),
        lines as (
          insert into reservation_line (order_id, sku, location, quantity)
          select o.order_id, a.sku, a.location, a.quantity
          from opened o join given g on g."orderId" = o.order_id,
            jsonb_to_recordset(g.allocations) as a(sku text, location text, quantity bigint))
        select count(*)::int as count from opened`
      if (opened?.count !== added.length) throw new Overtaken('a reservation was overtaken')
    },

    /** A release that overtakes its reservation leaves a stone in its place. */
    async addReleased(orderId: string, at: string): Promise<boolean> {
      const added = await sql`
        insert into reservation (order_id, state, expires_at) values (${orderId}, 'released', ${at})
        on conflict (order_id) do nothing`
      return added.count === 1
    },

    /** Locked until the transaction ends, and always before any item: so they cannot deadlock. */
    async lockReservation(orderId: string): Promise<Reservation | undefined> {
      const [row] = await sql<Reservation[]>`
        select order_id as "orderId", state, expires_at as "expiresAt" from reservation
        where order_id = ${orderId} for update`
      return row
    },

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

    async setExpiry(orderId: string, expiresAt: string): Promise<void> {
      await sql`update reservation set expires_at = ${expiresAt} where order_id = ${orderId}`
    },

    /** What was not shipped comes from these shelves now; what was shipped stays as it was. */
    async reallocate(orderId: string, allocations: readonly Allocation[]): Promise<void> {
      await sql`delete from reservation_line where order_id = ${orderId} and shipped = 0`
      await sql`update reservation_line set quantity = shipped where order_id = ${orderId}`
      await sql`
        insert into reservation_line as l (order_id, sku, location, quantity)
        select ${orderId}, sku, location, quantity
        from jsonb_to_recordset(${sql.json(allocations as never)}) as a(sku text, location text, quantity bigint)
        on conflict (order_id, sku, location) do update set quantity = l.quantity + excluded.quantity`
    },

    async findExpired(at: string): Promise<string[]> {
      const rows = await sql<{ orderId: string }[]>`
        select order_id as "orderId" from reservation where state = 'held' and expires_at < ${at}
        order by expires_at limit 100`
      return rows.map(({ orderId }) => orderId)
    },
  }
}
