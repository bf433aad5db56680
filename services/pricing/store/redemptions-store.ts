import type { Queryable } from '@souk/kit/database'
import type { Named } from '../domain/promotions/codes.ts'
import type { Counter, Usage, Use } from '../domain/promotions/usage.ts'
import type { KeptUse } from '../domain/redeem.ts'

/** Who is given something: a customer, a guest known by a digest of their e-mail address, or nobody knows whom. */
export interface Buyer {
  readonly customerId: string | null
  readonly emailKey: string | null
}

export interface Wanted extends Buyer {
  readonly codes: readonly string[]
  /** Promotions that may be exhausted, beside those of the codes. */
  readonly promotionIds: readonly string[]
  readonly currency: string
}

interface Known {
  named: Named[]
  counters: Counter[]
  own: { promotionId: string; times: number }[]
}

/** What is counted of promotions. Counters are locked in the order of their names, and before any order's redemption. */
export function redemptionsStore(sql: Queryable) {
  const ownOf = ({ customerId, emailKey }: Buyer) => sql`
    select r.promotion_id as "promotionId", count(*)::int as times
    from order_redemption o join redemption r on r.order_id = o.order_id
    where o.state = 'live' and (o.customer_id = ${customerId} or o.email_key = ${emailKey})
    group by r.promotion_id`

  return {
    /** In one round trip: whose the codes are, and how much of every limit is used. */
    async readUsage(wanted: Wanted): Promise<{ named: Named[]; usage: Usage }> {
      const [known] = await sql<Known[]>`
        with named as (
          select code, promotion_id as "promotionId" from discount_code where code = any(${wanted.codes as string[]})),
        ids as (
          select unnest(${wanted.promotionIds as string[]}::text[]) as id union select "promotionId" from named),
        names as (
          select id as name from ids union all select id || ' ' || ${wanted.currency} from ids
          union all select 'code ' || code from named)
        select
          coalesce((select json_agg(n) from named n), '[]') as named,
          coalesce((select json_agg(c) from (
            select name, used, at_most as "atMost" from usage_counter where name in (select name from names)) c), '[]') as counters,
          coalesce((select json_agg(o) from (${ownOf(wanted)}) o), '[]') as own`
      if (!known) throw new Error('the usage of promotions could not be read')
      return { named: known.named, usage: usageFrom(known.counters, known.own) }
    },

    /** Counters not there yet are opened: all of these names are there and locked until the transaction ends. */
    async lockCounters(names: readonly string[]): Promise<ReadonlyMap<string, Counter>> {
      const sorted = [...new Set(names)].sort()
      const lock = () => sql<Counter[]>`
        select name, used, at_most as "atMost" from usage_counter where name = any(${sorted}) order by name for update`
      const found = await lock()
      if (found.length === sorted.length) return byName(found)
      await sql`insert into usage_counter (name) select unnest(${sorted}::text[]) on conflict (name) do nothing`
      return byName(await lock())
    },

    async setUsed(counters: readonly Counter[]): Promise<void> {
      await sql`
        update usage_counter c set used = n.used
        from jsonb_to_recordset(${sql.json(counters as never)}) as n(name text, used bigint) where c.name = n.name`
    },

    async countOwn(buyer: Buyer): Promise<Usage['own']> {
      const rows = await sql<Known['own']>`${ownOf(buyer)}`
      return new Map(rows.map(({ promotionId, times }) => [promotionId, times]))
    },

    /** What became of an order's redemption, if anything did. */
    async findRedemption(orderId: string): Promise<{ state: 'live' | 'released'; uses: Use[] } | undefined> {
      const [row] = await sql<{ state: 'live' | 'released'; uses: Use[] }[]>`
        select state, coalesce((
          select json_agg(json_strip_nulls(json_build_object('promotionId', promotion_id, 'code', code,
            'amount', json_build_object('amount', amount, 'currency', currency))) order by promotion_id)
          from redemption r where r.order_id = o.order_id), '[]') as uses
        from order_redemption o where order_id = ${orderId}`
      return row
    },

    /** False when there is one, or a stone, already. */
    async addRedemption(
      orderId: string,
      { customerId, emailKey }: Buyer,
      uses: readonly KeptUse[],
    ): Promise<boolean> {
      const rows = uses.map(({ amount, ...use }) => ({ ...use, ...amount }))
      const added = await sql`
        with opened as (
          insert into order_redemption (order_id, state, customer_id, email_key)
          values (${orderId}, 'live', ${customerId}, ${emailKey}) on conflict (order_id) do nothing returning order_id)
        insert into redemption (order_id, promotion_id, code, amount, currency, each_at_most)
        select o.order_id, u."promotionId", u.code, u.amount, u.currency, u."eachAtMost"
        from opened o, jsonb_to_recordset(${sql.json(rows as never)})
          as u("promotionId" text, code text, amount bigint, currency text, "eachAtMost" bigint)`
      return added.count > 0
    },

    /** A release that overtakes its redemption leaves a stone in its place; false when it was not early. */
    async addReleased(orderId: string): Promise<boolean> {
      const added = await sql`
        insert into order_redemption (order_id, state) values (${orderId}, 'released')
        on conflict (order_id) do nothing`
      return added.count === 1
    },

    /** False when it was released before. */
    async setReleased(orderId: string): Promise<boolean> {
      const set = await sql`
        update order_redemption set state = 'released' where order_id = ${orderId} and state = 'live'`
      return set.count === 1
    },

    /** What a customer was given by promotions. */
    async redemptionsOf(customerId: string) {
      return await sql`
        select r.order_id as "orderId", promotion_id as "promotionId", code, amount, currency
        from redemption r join order_redemption o on o.order_id = r.order_id
        where o.customer_id = ${customerId} and o.state = 'live' order by 1, 2`
    },

    async forgetCustomer(customerId: string): Promise<string[]> {
      const rows = await sql<{ orderId: string }[]>`
        update order_redemption set customer_id = null, email_key = null where customer_id = ${customerId}
        returning order_id as "orderId"`
      return rows.map(({ orderId }) => orderId)
    },
  }
}

const byName = (counters: readonly Counter[]): ReadonlyMap<string, Counter> =>
  new Map(counters.map((one) => [one.name, one]))

const usageFrom = (counters: readonly Counter[], own: Known['own']): Usage => ({
  counters: byName(counters),
  own: new Map(own.map(({ promotionId, times }) => [promotionId, times])),
})
