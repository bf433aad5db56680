import type { Queryable } from '@souk/kit/database'
import { HALF_LIFE_MS, ORDERS_READ, type Purchase, SKUS_KEPT } from '../domain/taste.ts'

export interface Confirmed {
  readonly orderId: string
  readonly customerId: string | null
  readonly at: string
  readonly version: number
  readonly bought: ReadonlyMap<string, number>
}

/** How much a product is wanted: order lines with it, each by its weight. */
export interface Demand {
  readonly productId: string
  readonly categoryId: string | null
  readonly weight: number
}

/** What orders bought. News of one order may come in any order, and each adds what it knows. */
export function purchasesStore(sql: Queryable) {
  const unnested = (units: ReadonlyMap<string, number>) => sql`
    unnest(${[...units.keys()]}::text[], ${[...units.values()]}::int[]) as u(sku, quantity)`

  return {
    /** What an order bought, as of its version; older news is ignored. */
    async addPurchase({ orderId, customerId, at, version, bought }: Confirmed): Promise<void> {
      const [kept] = await sql<{ isCancelled: boolean }[]>`
        insert into purchase (order_id, customer_id, confirmed_at, heard_at, version)
        values (${orderId}, (select ${customerId}::text
          where not exists (select from erased_customer where customer_id = ${customerId})), ${at}, ${at}, ${version})
        on conflict (order_id) do update set customer_id = excluded.customer_id, version = excluded.version,
          confirmed_at = coalesce(purchase.confirmed_at, excluded.confirmed_at)
          where purchase.version < excluded.version
        returning is_cancelled as "isCancelled"`
      if (!kept || kept.isCancelled) return
      // What is left over of an earlier version may be no trace of it: a later one can be told first.
      const over = sql`order_id = ${orderId} and sku <> all(${[...bought.keys()]}::text[])`
      await sql`delete from purchase_line where ${over} and returned = 0`
      await sql`update purchase_line set bought = 0, confirmed_at = null where ${over}`
      await sql`
        insert into purchase_line (order_id, sku, confirmed_at, bought, returned)
        select ${orderId}, sku, ${at}, quantity, 0 from ${unnested(bought)}
        on conflict (order_id, sku) do update set confirmed_at = excluded.confirmed_at, bought = excluded.bought`
    },

    async addReturn(orderId: string, { at, units }: { at: string; units: ReadonlyMap<string, number> }) {
      const [kept] = await sql<{ isCancelled: boolean }[]>`
        insert into purchase (order_id, heard_at) values (${orderId}, ${at})
        on conflict (order_id) do update set order_id = excluded.order_id
        returning is_cancelled as "isCancelled"`
      if (kept?.isCancelled) return
      await sql`
        insert into purchase_line (order_id, sku, bought, returned)
        select ${orderId}, sku, 0, quantity from ${unnested(units)}
        on conflict (order_id, sku) do update set returned = purchase_line.returned + excluded.returned`
    },

    /** Remembered, so that a confirmation that comes late is not counted. */
    async cancelPurchase(orderId: string, at: string): Promise<void> {
      await sql`
        insert into purchase (order_id, is_cancelled, heard_at) values (${orderId}, true, ${at})
        on conflict (order_id) do update set is_cancelled = true`
      await sql`delete from purchase_line where order_id = ${orderId}`
    },

    async forgetCustomer(customerId: string): Promise<string[]> {
      await sql`insert into erased_customer (customer_id) values (${customerId}) on conflict do nothing`
      const rows = await sql<{ orderId: string }[]>`
        update purchase set customer_id = null where customer_id = ${customerId} returning order_id as "orderId"`
      return rows.map(({ orderId }) => orderId)
    },

    /** Takes the names off purchases that were stored while their customer was being erased. */
    async forgetErased(): Promise<number> {
      const forgotten = await sql`
        update purchase set customer_id = null where customer_id in (select customer_id from erased_customer)`
      return forgotten.count
    },

    async removeOlderThan(time: string, limit: number): Promise<number> {
      const gone = await sql`
        delete from purchase where order_id in (
          select order_id from purchase where heard_at < ${time} order by heard_at limit ${limit})`
      return gone.count
    },

    /** The latest orders that hold any of these products, with everything in them that is for sale. */
    async purchasesWith(productIds: readonly string[]): Promise<Purchase[]> {
      if (productIds.length === 0) return []
      const rows = await sql<{ confirmedAt: Date; productIds: string[] }[]>`
        with latest as (
          select l.order_id, max(l.confirmed_at) as confirmed_at
          from (select distinct sku from variant where product_id = any(${productIds as string[]})) s
          cross join lateral (
            select order_id, confirmed_at from purchase_line
            where sku = s.sku and bought > returned order by confirmed_at desc limit ${ORDERS_READ}) l
          group by l.order_id order by 2 desc limit ${ORDERS_READ})
        select o.confirmed_at as "confirmedAt", array_agg(distinct v.product_id) as "productIds"
        from latest o
        -- Lateral and limited, so that each order's lines are looked up: planned as a join it reads every line there is.
        cross join lateral (
          select sku from purchase_line
          where order_id = o.order_id and bought > returned limit ${SKUS_KEPT}) l
        join variant v on v.sku = l.sku
        group by o.order_id, o.confirmed_at`
      return rows.map(({ confirmedAt, productIds }) => ({ confirmedAt: confirmedAt.getTime(), productIds }))
    },

    /** What the customer bought last, the latest first. */
    async boughtBy(customerId: string, limit: number): Promise<string[]> {
      const rows = await sql<{ id: string }[]>`
        select v.product_id as id from (
          select order_id, confirmed_at from purchase
          where customer_id = ${customerId} order by confirmed_at desc limit ${limit}) o
        join purchase_line l using (order_id) join variant v on v.sku = l.sku
        where l.bought > l.returned
        group by v.product_id order by max(o.confirmed_at) desc limit ${limit}`
      return rows.map(({ id }) => id)
    },

    /** Products by how much they are wanted, the most wanted first; two variants in one order count as two. */
    demand: async (now: string, limit: number): Promise<Demand[]> => [
      ...(await sql<Demand[]>`
        select v.product_id as "productId", p.category_id as "categoryId", sum(l.weight) as weight
        from (
          select sku, sum(power(0.5, greatest(0, extract(epoch from ${now}::timestamptz - confirmed_at)::float
            / ${HALF_LIFE_MS / 1_000}::float))) as weight
          from purchase_line where bought > returned group by sku) l
        join variant v using (sku) join product p on p.id = v.product_id
        group by v.product_id, p.category_id order by weight desc, v.product_id limit ${limit}`),
    ],
  }
}
