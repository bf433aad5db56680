import type { Queryable } from '@souk/kit/database'
import type { Allocation } from '../domain/allocate.ts'
import type { PromisedBundle } from '../domain/bundle.ts'

export interface Reservation {
  orderId: string
  state: 'held' | 'committed' | 'released' | 'expired'
  expiresAt: Date
}

/** Units of an order, where they come from, and how many of them are not there yet. */
export interface OrderedUnits extends Allocation {
  shipped: number
  waiting: number
}

interface NewReservation {
  orderId: string
  expiresAt: string
  allocations: readonly Allocation[]
  bundles: readonly PromisedBundle[]
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
          insert into reservation_line (order_id, sku, location, quantity, bundle)
          select o.order_id, a.sku, a.location, a.quantity, a.bundle
          from opened o join given g on g."orderId" = o.order_id,
            jsonb_to_recordset(g.allocations) as a(sku text, location text, quantity bigint, bundle text))
        select count(*)::int as count from opened`
      if (opened?.count !== added.length) throw new Overtaken('a reservation was overtaken')
      const bundles = added.flatMap(({ orderId, bundles }) => bundles.map((one) => ({ orderId, ...one })))
      if (bundles.length > 0)
        await sql`
          insert into reservation_bundle (order_id, sku, components)
          select "orderId", sku, components
          from jsonb_to_recordset(${sql.json(bundles as never)}) as b("orderId" text, sku text, components jsonb)`
    },

    /** What the bundles of an order were made of when they were promised. */
    async findPromisedBundles(orderId: string): Promise<PromisedBundle[]> {
      return await sql<PromisedBundle[]>`
        select sku, components from reservation_bundle where order_id = ${orderId}`
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
        select sku, location, bundle, quantity - shipped as quantity from reservation_line
        where order_id = ${orderId} and shipped < quantity order by sku, bundle, location`
    },

    async markShipped(orderId: string, allocations: readonly Allocation[]): Promise<void> {
      await sql`
        update reservation_line l set shipped = shipped + a.quantity
        from jsonb_to_recordset(${sql.json(allocations as never)}) as a(sku text, location text, quantity bigint, bundle text)
        where l.order_id = ${orderId} and l.sku = a.sku and l.location = a.location and l.bundle is not distinct from a.bundle`
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
        insert into reservation_line as l (order_id, sku, location, quantity, bundle)
        select ${orderId}, sku, location, quantity, bundle
        from jsonb_to_recordset(${sql.json(allocations as never)}) as a(sku text, location text, quantity bigint, bundle text)
        on conflict (order_id, sku, location, bundle) do update set quantity = l.quantity + excluded.quantity`
    },

    /** The lines of an order, and how many of each wait for goods: the newest promises of a shelf do. */
    async findPromises(orderId: string): Promise<OrderedUnits[]> {
      return await sql<OrderedUnits[]>`
        select l.sku, l.location, l.bundle, l.quantity, l.shipped,
          case when r.state in ('held', 'committed') then least(l.quantity - l.shipped, greatest(0, s.reserved - s.on_hand - (
            select coalesce(sum(n.quantity - n.shipped), 0) from reservation_line n join reservation o using (order_id)
            where n.sku = l.sku and n.location = l.location and s.reserved > s.on_hand
              and n.order_id >= l.order_id and (n.order_id, coalesce(n.bundle, '')) > (l.order_id, coalesce(l.bundle, ''))
              and o.state in ('held', 'committed'))))::bigint else 0 end as waiting
        from reservation_line l join reservation r using (order_id) join stock s using (sku, location)
        where l.order_id = ${orderId} order by l.sku, l.bundle, l.location`
    },

    async findExpired(at: string): Promise<string[]> {
      const rows = await sql<{ orderId: string }[]>`
        select order_id as "orderId" from reservation where state = 'held' and expires_at < ${at}
        order by expires_at limit 100`
      return rows.map(({ orderId }) => orderId)
    },
  }
}
