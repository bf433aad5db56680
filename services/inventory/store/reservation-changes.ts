import type { Queryable } from '@souk/kit/database'
import type { Allocation } from '../domain/allocate.ts'
import type { PromisedBundle } from '../domain/bundle.ts'

export interface ReservationChange {
  orderId: string
  changeId: string
  /** What it promised on top, and from which shelves. */
  more: readonly Allocation[]
}

/** Changes of promises; the reservation is locked by whoever writes one. */
export function reservationChanges(sql: Queryable) {
  return {
    async findReservationChange(
      orderId: string,
      changeId: string,
    ): Promise<(ReservationChange & { isUndone: boolean }) | undefined> {
      const [row] = await sql<(ReservationChange & { isUndone: boolean })[]>`
        select order_id as "orderId", change_id as "changeId", more, is_undone as "isUndone"
        from reservation_change where order_id = ${orderId} and change_id = ${changeId}`
      return row
    },

    async addReservationChange({ orderId, changeId, more }: ReservationChange): Promise<void> {
      await sql`
        insert into reservation_change (order_id, change_id, more)
        values (${orderId}, ${changeId}, ${sql.json(more as never)})`
    },

    /** Also one that never came: should it come later, it finds itself undone. */
    async markChangeUndone(orderId: string, changeId: string): Promise<void> {
      await sql`
        insert into reservation_change (order_id, change_id, more, is_undone)
        values (${orderId}, ${changeId}, '[]', true)
        on conflict (order_id, change_id) do update set is_undone = true`
    },

    async addToReservation(
      orderId: string,
      allocations: readonly Allocation[],
      bundles: readonly PromisedBundle[],
    ): Promise<void> {
      await sql`
        insert into reservation_line as l (order_id, sku, location, quantity, bundle)
        select ${orderId}, sku, location, quantity, bundle
        from jsonb_to_recordset(${sql.json(allocations as never)}) as a(sku text, location text, quantity bigint, bundle text)
        on conflict (order_id, sku, location, bundle) do update set quantity = l.quantity + excluded.quantity`
      if (bundles.length > 0)
        await sql`
          insert into reservation_bundle (order_id, sku, components) select ${orderId}, sku, components
          from jsonb_to_recordset(${sql.json(bundles as never)}) as b(sku text, components jsonb)
          on conflict (order_id, sku) do nothing`
    },

    /** What was shipped of a line stays; a line of which nothing is left goes. */
    async takeFromReservation(orderId: string, allocations: readonly Allocation[]): Promise<void> {
      const taken = sql`jsonb_to_recordset(${sql.json(allocations as never)}) as a(sku text, location text, quantity bigint, bundle text)`
      await sql`
        delete from reservation_line l using ${taken}
        where l.order_id = ${orderId} and l.sku = a.sku and l.location = a.location and l.bundle is not distinct from a.bundle
          and l.quantity = a.quantity`
      await sql`
        update reservation_line l set quantity = l.quantity - a.quantity from ${taken}
        where l.order_id = ${orderId} and l.sku = a.sku and l.location = a.location and l.bundle is not distinct from a.bundle
          and l.quantity > a.quantity`
    },
  }
}
