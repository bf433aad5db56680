import type { Queryable } from '@souk/kit/database'
import type { Patience } from '../patience.ts'

// What the auditor knows of outbox and inbox, which every service’s database has.

/** How many events of a type fall into a bucket, and a sum of their ids’ hashes: equal sums, equal ids. */
export interface Digest {
  readonly type: string
  readonly bucket: number
  readonly count: number
  readonly sum: string
}

const BUCKETS = 256

/**
 * Two databases hold the same events when their digests agree, so that ids are fetched only where they do not. An
 * event keeps its time on the way, so both sides leave out the same ones.
 */
export const digests = (
  sql: Queryable,
  table: 'outbox' | 'inbox',
  { eventsSince, youngSince }: Patience,
) => sql<Digest[]>`
  select type, hashtext(id) & ${BUCKETS - 1} as bucket, count(*) as count,
    sum(hashtextextended(id, 0)::numeric)::text as sum
  from ${sql(table)} where time > ${eventsSince} and time <= ${youngSince} group by 1, 2`

export interface EventRow {
  readonly id: string
  readonly subject: string
  readonly publishedAt: Date | null
}

export const announcedIn = (
  sql: Queryable,
  type: string,
  buckets: readonly number[],
  patience: Patience,
) => sql<EventRow[]>`
  select id, subject, published_at as "publishedAt" from outbox
  where ${fallsInto(sql, { type, buckets, patience })}`

export const heardIn = (sql: Queryable, type: string, buckets: readonly number[], patience: Patience) => sql<
  Omit<EventRow, 'publishedAt'>[]
>`
  select id, subject from inbox where ${fallsInto(sql, { type, buckets, patience })}`

const fallsInto = (
  sql: Queryable,
  which: { type: string; buckets: readonly number[]; patience: Patience },
) => sql`
  type = ${which.type} and (hashtext(id) & ${BUCKETS - 1}) = any(${which.buckets as number[]})
  and time > ${which.patience.eventsSince} and time <= ${which.patience.youngSince}`

export interface EventFault {
  readonly id: string
  readonly subject: string
  readonly says: string
}

/** Events not sent, not applied or given up though it is high time. */
export const eventsStranded = (sql: Queryable, { lateBefore }: Patience) => sql<EventFault[]>`
  select id, subject, format('%s was announced at %s and never sent', type, time) as says
  from outbox where published_at is null and time < ${lateBefore}
  union all
  select id, subject, format('%s of %s waits to be applied since %s, after %s attempts: %s', type, source, time, attempts,
    coalesce(error, 'no error')) as says
  from inbox where state = 'waiting' and time < ${lateBefore}
  union all
  select id, subject, format('%s of %s is parked after %s attempts: %s', type, source, attempts, error) as says
  from inbox where state = 'parked'`

/** Subjects of which something is told just now: they are not judged. */
export const subjectsUnderWay = (sql: Queryable, { youngSince }: Patience) => sql<{ subject: string }[]>`
  select subject from outbox where time > ${youngSince} or published_at > ${youngSince} or published_at is null
  union select subject from inbox where state = 'waiting' or time > ${youngSince}`

/** Facts that happen to a thing once, and were announced or stored twice. */
export const eventsTwice = (sql: Queryable) => sql<EventFault[]>`
  select min(id) as id, subject, format('%s was announced %s times of %s', type, count(*), subject) as says
  from outbox where type = any(${ONCE}) group by type, subject having count(*) > 1
  union all
  select id, min(subject), format('%s is in the outbox %s times', min(type), count(*)) from outbox group by id having count(*) > 1
  union all
  select id, min(subject), format('%s is in the inbox %s times', min(type), count(*)) from inbox group by id having count(*) > 1`

const ONCE = [
  'orders.order-confirmed.v1',
  'orders.order-completed.v1',
  'orders.order-cancelled.v1',
  'inventory.stock-reserved.v1',
  'inventory.stock-committed.v1',
  'inventory.stock-released.v1',
  'carts.cart-completed.v1',
]

/** Events of one subject and source, or one payment of it, that stand in another order than their versions, or leave one out. */
export const versionsAstray = (sql: Queryable, table: 'outbox' | 'inbox') => sql<EventFault[]>`
  with told as (
    select id, type, subject, position, coalesce(data #>> '{payment,id}', '') as payment,
      coalesce(data ->> 'version', data #>> '{payment,version}')::bigint as version
    from ${sql(table)}
    where split_part(type, '.', 1) in ('orders', 'payments', 'inventory', 'catalog')),
  following as (
    select *, lag(version) over (partition by split_part(type, '.', 1), subject, payment order by position) as before
    from told where version is not null)
  select id, subject, format('%s tells version %s right behind version %s', type, version, before) as says
  from following
  where version < before or (type = 'inventory.availability-changed.v1' and version <> before + 1)`

/** Events applied while an earlier one of the same subject still waited. */
export const appliedTooEarly = (sql: Queryable) => sql<EventFault[]>`
  select i.id, i.subject, format('%s was applied before %s of the same subject', i.type, e.type) as says
  from inbox e join inbox i on i.subject = e.subject and i.source = e.source and i.position > e.position
  where e.state = 'waiting' and i.state = 'applied'`

export async function countEvents(sql: Queryable): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select (select count(*) from outbox) + (select count(*) from inbox) as count`
  return row?.count ?? 0
}

export const eventsAbout = (sql: Queryable, subjects: readonly string[]) => sql<
  { about: string; at: Date; what: string }[]
>`
  select subject as about, time as at, type || ' ' || id as what from outbox
  where subject = any(${subjects as string[]}) order by position`
