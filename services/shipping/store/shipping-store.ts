import type { Shipment } from '@souk/contracts/shipping'
import type { Queryable } from '@souk/kit/database'
import type { Option, RateCard, Zone } from '../domain/rate-card.ts'

export type ShippingStore = ReturnType<typeof shippingStore>

/** Told to every replica by the database itself when a rate or zone changed. */
export const RATES_CHANGED = 'shipping_rates_changed'

export function shippingStore(sql: Queryable) {
  const option = sql`id, name, carrier, rates, is_active as "isActive", version`
  const shipment = sql`
    id, order_id as "orderId", lines, carrier, tracking_number as "trackingNumber", tracking_url as "trackingUrl", status`
  const listZones = async (): Promise<Zone[]> => [
    ...(await sql<Zone[]>`
      select z.id, z.name, coalesce(array_agg(c.country order by c.country) filter (where c.country is not null), '{}') as countries
      from zone z left join zone_country c on c.zone_id = z.id group by z.id, z.name order by z.id`),
  ]

  return {
    listZones,

    async readRateCard(): Promise<RateCard> {
      const [zones, options] = await Promise.all([
        listZones(),
        sql<Option[]>`select ${option} from delivery_option where is_active`,
      ])
      return { zones, options: [...options] }
    },

    listOptions: async ({ after, limit }: { after: string; limit: number }): Promise<Option[]> => [
      ...(await sql<Option[]>`
        select ${option} from delivery_option where id > ${after} order by id limit ${limit}`),
    ],

    async findOption(id: string): Promise<Option | undefined> {
      const [row] = await sql<Option[]>`select ${option} from delivery_option where id = ${id}`
      return row
    },

    async lockOption(id: string): Promise<Option | undefined> {
      const [row] = await sql<Option[]>`select ${option} from delivery_option where id = ${id} for update`
      return row
    },

    /** False when there is one with this id already. */
    async addOption({ id, name, carrier, rates, isActive, version }: Option): Promise<boolean> {
      const added = await sql`
        insert into delivery_option (id, name, carrier, rates, is_active, version)
        values (${id}, ${name}, ${carrier}, ${sql.json(rates as never)}, ${isActive}, ${version})
        on conflict (id) do nothing`
      return added.count === 1
    },

    async saveOption({ id, name, carrier, rates, isActive, version }: Option): Promise<void> {
      await sql`
        update delivery_option set name = ${name}, carrier = ${carrier}, rates = ${sql.json(rates as never)},
          is_active = ${isActive}, version = ${version}
        where id = ${id}`
    },

    async removeOption(id: string): Promise<void> {
      await sql`delete from delivery_option where id = ${id}`
    },

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

    async setStatus({ id, status }: Shipment, at: string): Promise<void> {
      await sql`
        update shipment set status = ${status},
          shipped_at = case when ${status} = 'shipped' then ${at} else shipped_at end,
          delivered_at = case when ${status} = 'delivered' then ${at} else delivered_at end
        where id = ${id}`
    },
  }
}
