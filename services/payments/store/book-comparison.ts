import type { LedgerRow } from '@souk/contracts/payments'
import type { Queryable } from '@souk/kit/database'

/** Where a provider's book and ours say something else about an order, in minor units. */
export interface Difference {
  orderId: string
  kind: LedgerRow['kind']
  currency: string
  ours: number
  theirs: number
}

export interface StoredDifference extends Difference {
  position: number
  provider: string
  foundAt: Date
  alarmedAt: Date | null
  settledAt: Date | null
}

/** How far the books were compared: the cursor into theirs, the position in ours. */
export interface Progress {
  cursor: string | null
  position: number
}

/** Providers' books as they were read, held against our transactions. */
export function bookComparison(sql: Queryable) {
  return {
    async findProgress(provider: string): Promise<Progress> {
      const [found] = await sql<Progress[]>`
        select cursor, position from comparison where provider = ${provider}`
      return found ?? { cursor: null, position: 0 }
    },

    async saveProgress(provider: string, { cursor, position }: Progress): Promise<void> {
      await sql`
        insert into comparison (provider, cursor, position) values (${provider}, ${cursor}, ${position})
        on conflict (provider) do update set cursor = excluded.cursor, position = excluded.position`
    },

    async addStatement(provider: string, rows: readonly LedgerRow[]): Promise<void> {
      await sql`
        insert into provider_statement (provider, row_id, order_id, kind, amount, currency, status)
        select ${provider}, r.id, coalesce(r."orderId", r.reference), r.kind, r.amount, r.currency, r.status
        from jsonb_to_recordset(${sql.json(rows as never)})
          as r(id text, "orderId" text, reference text, kind text, amount bigint, currency text, status text)
        on conflict (provider, row_id) do update set status = excluded.status
        where provider_statement.status <> excluded.status`
    },

    /** Orders of which we believe something that is older than `before`, from `after` on. */
    async listBelieved(
      provider: string,
      { after, before, limit }: { after: number; before: string; limit: number },
    ) {
      return await sql<{ orderId: string; position: number }[]>`
        select p.order_id as "orderId", t.position
        from payment_transaction t join payment p on p.id = t.payment_id
        where t.position > ${after} and t.state = 'succeeded' and t.at < ${before} and p.provider = ${provider}
        order by t.position limit ${limit}`
    },

    /** By order, kind and currency, what succeeded there and here; a pending authorization there says nothing yet. */
    async compare(provider: string, orderIds: readonly string[]): Promise<Difference[]> {
      return await sql<Difference[]>`
        with ours as (
          select p.order_id, t.kind, t.currency, sum(t.amount)::bigint as amount
          from payment p join payment_transaction t on t.payment_id = p.id
          where p.order_id = any(${sql.array([...orderIds])}) and p.provider = ${provider} and t.state = 'succeeded'
          group by p.order_id, t.kind, t.currency),
        statement as (
          select * from provider_statement
          where provider = ${provider} and order_id = any(${sql.array([...orderIds])})),
        theirs as (
          select order_id, kind, currency, sum(amount)::bigint as amount
          from statement where status = 'succeeded' group by order_id, kind, currency)
        select order_id as "orderId", kind, currency, coalesce(o.amount, 0) as ours, coalesce(t.amount, 0) as theirs
        from ours o full join theirs t using (order_id, kind, currency)
        where o.amount is distinct from t.amount and not exists (
          select from statement s where s.order_id = coalesce(o.order_id, t.order_id)
            and s.kind = coalesce(o.kind, t.kind) and s.status = 'pending')`
    },

    /** Keeps what differs of these orders, and settles what differs no more. */
    async noteDifferences(
      provider: string,
      { orderIds, found, at }: { orderIds: readonly string[]; found: readonly Difference[]; at: string },
    ): Promise<void> {
      await sql`
        with found as (
          select * from jsonb_to_recordset(${sql.json(found as never)})
            as f("orderId" text, kind text, currency text, ours bigint, theirs bigint)),
        settled as (
          update book_difference d set settled_at = ${at}
          where provider = ${provider} and order_id = any(${sql.array([...orderIds])}) and settled_at is null
            and not exists (select from found f where f."orderId" = d.order_id and f.kind = d.kind and f.currency = d.currency))
        insert into book_difference (provider, order_id, kind, currency, ours, theirs, found_at)
        select ${provider}, "orderId", kind, currency, ours, theirs, ${at} from found
        on conflict (provider, order_id, kind, currency) do update set
          ours = excluded.ours, theirs = excluded.theirs, settled_at = null,
          found_at = case when book_difference.settled_at is null then book_difference.found_at else excluded.found_at end,
          alarmed_at = case when book_difference.settled_at is null then book_difference.alarmed_at end`
    },

    /** Orders that have differed since before `at`. */
    async listStanding(provider: string, at: string, limit: number): Promise<string[]> {
      const rows = await sql<{ orderId: string }[]>`
        select distinct order_id as "orderId" from book_difference
        where provider = ${provider} and settled_at is null and found_at <= ${at} limit ${limit}`
      return rows.map(({ orderId }) => orderId)
    },

    /** Those of these orders that nobody was told of yet; each is handed out once. */
    async claimAlarms(provider: string, orderIds: readonly string[], at: string): Promise<Difference[]> {
      return await sql<Difference[]>`
        update book_difference set alarmed_at = ${at}
        where provider = ${provider} and order_id = any(${sql.array([...orderIds])})
          and settled_at is null and alarmed_at is null
        returning order_id as "orderId", kind, currency, ours, theirs`
    },

    async listDifferences({ before, limit }: { before: number; limit: number }): Promise<StoredDifference[]> {
      return await sql<StoredDifference[]>`
        select position, provider, order_id as "orderId", kind, currency, ours, theirs,
          found_at as "foundAt", alarmed_at as "alarmedAt", settled_at as "settledAt"
        from book_difference where position < ${before} order by position desc limit ${limit}`
    },
  }
}
