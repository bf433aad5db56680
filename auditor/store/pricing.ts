import type { Queryable } from '@souk/kit/database'
import type { Range } from './orders.ts'

// What the auditor knows of the tables of pricing.

export interface StoredRedemption {
  readonly orderId: string
  readonly state: 'live' | 'released'
  readonly uses: readonly {
    readonly promotionId: string
    readonly code: string | null
    readonly amount: number
  }[]
}

export const redemptionsIn = (sql: Queryable, { from, to }: Range) => sql<StoredRedemption[]>`
  select order_id as "orderId", state, coalesce((
    select json_agg(json_build_object('promotionId', promotion_id, 'code', code, 'amount', amount))
    from redemption r where r.order_id = o.order_id), '[]') as uses
  from order_redemption o where order_id > ${from} and order_id <= ${to}`

/** Counters that are not the sum of what stands, or above their limit. */
export const countersAstray = (sql: Queryable) => sql<{ name: string; says: string }[]>`
  with live as (
    select r.* from redemption r join order_redemption o on o.order_id = r.order_id where o.state = 'live'),
  taken as (
    select name, sum(amount)::bigint as used from (
      select promotion_id as name, 1 as amount from live
      union all select 'code ' || code, 1 from live where code is not null
      union all select promotion_id || ' ' || currency, amount from live) t group by name)
  select coalesce(c.name, t.name) as name, format('counts %s of at most %s; the redemptions that stand add up to %s',
    coalesce(c.used, 0), coalesce(c.at_most::text, 'any'), coalesce(t.used, 0)) as says
  from usage_counter c full join taken t on t.name = c.name
  where coalesce(c.used, 0) <> coalesce(t.used, 0) or c.used > c.at_most`

/** Customers who were given a promotion more often than they might have been whenever they were. */
export const givenTooOften = (sql: Queryable) => sql<
  { promotionId: string; orderIds: string[]; times: number }[]
>`
  select r.promotion_id as "promotionId", array_agg(o.order_id order by o.order_id) as "orderIds", count(*)::int as times
  from redemption r join order_redemption o on o.order_id = r.order_id
  where o.state = 'live' and coalesce(o.customer_id, o.email_key) is not null
  group by r.promotion_id, coalesce(o.customer_id, o.email_key)
  having count(*) > max(r.each_at_most) and bool_and(r.each_at_most is not null)`

export async function countCounters(sql: Queryable): Promise<number> {
  const [row] = await sql<{ count: number }[]>`select count(*) from usage_counter`
  return row?.count ?? 0
}
