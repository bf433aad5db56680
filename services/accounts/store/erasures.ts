import { holdersOfPersonalData } from '@souk/contracts/erasure'
import type { Queryable } from '@souk/kit/database'

export interface ErasureRow {
  position: number
  customerId: string
  requestedAt: Date
  completedAt: Date | null
  missing: string[]
}

/** What is under way where, can be stored behind an erasure: so everybody is asked twice. */
const PASSES = 2

/** Erasures, and which services have answered them. */
export function erasures(sql: Queryable) {
  const missing = sql`array(
    select holder from unnest(${holdersOfPersonalData as unknown as string[]}::text[]) as holder
    where not exists (
      select from erasure_answer a
      where a.customer_id = erasure.customer_id and a.service = holder and a.asked_at >= last_asked_at)
    order by 1)`
  return {
    async add(customerId: string, at: string): Promise<void> {
      await sql`
        insert into erasure (customer_id, requested_at, last_asked_at) values (${customerId}, ${at}, ${at})
        on conflict (customer_id) do nothing`
    },

    /** Those asked for once and before `since`; they count as asked again at `at`. */
    async takeToAskAgain({
      since,
      at,
      limit,
    }: {
      since: string
      at: string
      limit: number
    }): Promise<string[]> {
      const rows = await sql<{ customerId: string }[]>`
        update erasure set passes = passes + 1, last_asked_at = ${at} where customer_id in (
          select customer_id from erasure where passes = 1 and requested_at < ${since}
          order by requested_at limit ${limit} for update skip locked)
        returning customer_id as "customerId"`
      return rows.map(({ customerId }) => customerId)
    },

    /** Notes an answer; whoever answers the last question last completes the erasure. */
    async answer(answered: {
      customerId: string
      service: string
      askedAt: string
      at: string
    }): Promise<void> {
      const { customerId, service, askedAt, at } = answered
      await sql`select 1 from erasure where customer_id = ${customerId} for no key update`
      await sql`
        insert into erasure_answer (customer_id, service, asked_at)
        select customer_id, ${service}, ${askedAt} from erasure where customer_id = ${customerId}
        on conflict (customer_id, service) do update set asked_at = greatest(erasure_answer.asked_at, excluded.asked_at)`
      await sql`
        update erasure set completed_at = ${at}
        where customer_id = ${customerId} and completed_at is null and passes >= ${PASSES} and ${missing} = '{}'`
    },

    /** Newest first, below a position. */
    async list({
      before,
      limit,
      isComplete,
    }: {
      before: number
      limit: number
      isComplete: boolean | undefined
    }) {
      return await sql<ErasureRow[]>`
        select position, customer_id as "customerId", requested_at as "requestedAt", completed_at as "completedAt",
          case when completed_at is null then ${missing} else '{}' end as missing
        from erasure
        where position < ${before}
          and (${isComplete ?? null}::boolean is null or (completed_at is not null) = ${isComplete ?? null})
        order by position desc limit ${limit}`
    },
  }
}
