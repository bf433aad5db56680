import type { Shipment } from '@souk/contracts/shipping'
import type { Queryable } from '@souk/kit/database'
import { labelStore } from './label-store.ts'
import { rateCardStore } from './rate-card-store.ts'

export type ShippingStore = ReturnType<typeof shippingStore>

interface Followed {
  carrier: string
  trackingNumber: string
  trackingUrl: string
}

export function shippingStore(sql: Queryable) {
  const shipment = sql`
    id, order_id as "orderId", lines, carrier, tracking_number as "trackingNumber", tracking_url as "trackingUrl", status,
    coalesce((
      select jsonb_agg(jsonb_build_object('carrier', l.carrier, 'trackingNumber', l.tracking_number,
        'trackingUrl', l.tracking_url, 'progress', l.progress) order by l.position)
      from label l where l.shipment_id = shipment.id and l.state = 'bought'), '[]') as parcels`
  return {
    ...rateCardStore(sql),
    ...labelStore(sql),

    /** Holds the order's row until the transaction ends; tells whether the order was cancelled. */
    async lockOrder(orderId: string): Promise<{ isCancelled: boolean }> {
      const [row] = await sql<{ isCancelled: boolean }[]>`
        insert into order_copy (order_id, is_cancelled) values (${orderId}, false)
        on conflict (order_id) do update set order_id = excluded.order_id
        returning is_cancelled as "isCancelled"`
      return { isCancelled: row?.isCancelled ?? false }
    },

    /** An order cancelled before its first parcel leaves its row too: a parcel that comes late finds it. */
    async cancelOrder(orderId: string): Promise<void> {
      await sql`
        insert into order_copy (order_id, is_cancelled) values (${orderId}, true)
        on conflict (order_id) do update set is_cancelled = true`
      await sql`update shipment set status = 'cancelled' where order_id = ${orderId} and status = 'pending'`
    },

    async addShipment(added: Shipment, at: string): Promise<void> {
      await sql`
        insert into shipment (id, order_id, lines, carrier, tracking_number, tracking_url, status, created_at)
        values (${added.id}, ${added.orderId}, ${sql.json(added.lines as never)}, ${added.carrier},
          ${added.trackingNumber}, ${added.trackingUrl}, ${added.status}, ${at})`
    },

    async findShipment(id: string): Promise<Shipment | undefined> {
      const [row] = await sql<Shipment[]>`select ${shipment} from shipment where id = ${id}`
      return row
    },

    async lockShipment(id: string): Promise<Shipment | undefined> {
      const [row] = await sql<Shipment[]>`select ${shipment} from shipment where id = ${id} for update`
      return row
    },

    /** Shows people the way of a label of it. */
    async followBy(id: string, { carrier, trackingNumber, trackingUrl }: Followed): Promise<void> {
      await sql`
        update shipment set carrier = ${carrier}, tracking_number = ${trackingNumber}, tracking_url = ${trackingUrl}
        where id = ${id}`
    },

    async setStatus({ id, status }: Shipment, at: string): Promise<void> {
      await sql`
        update shipment set status = ${status},
          shipped_at = case when ${status} = 'shipped' then ${at} else shipped_at end,
          delivered_at = case when ${status} = 'delivered' then ${at} else delivered_at end
        where id = ${id}`
    },
  }
}
