import type { Queryable, Transaction } from '../database/connect.ts'

const LARGEST_SHOWN_BYTES = 65_536

/** An event that was given up, for people to look at. */
export interface ParkedEvent {
  id: string
  type: string
  subject: string
  source: string
  /** Null where it is too large to be looked at. */
  data: Record<string, unknown> | null
  time: Date
  attempts: number
  error: string | null
  first_tried_at: Date | null
  last_tried_at: Date | null
}

export interface ParkedListing {
  readonly type?: string | undefined
  /** Events older than this one; the one itself too, where `isIncluded`. */
  readonly before?: { readonly id: string; readonly isIncluded: boolean } | undefined
  readonly limit: number
}

/** Newest first: ids begin with the time they were made at, and stay when an event is tried and parked again. */
export async function readParked(
  sql: Queryable,
  { type, before, limit }: ParkedListing,
): Promise<ParkedEvent[]> {
  return await sql<ParkedEvent[]>`
    select id, type, subject, source, time, attempts, error, first_tried_at, last_tried_at,
      case when octet_length(data::text) <= ${LARGEST_SHOWN_BYTES} then data end as data
    from inbox
    where state = 'parked' ${ofType(sql, type)} ${before ? olderThan(sql, before) : sql``}
    order by id collate "C" desc limit ${limit}`
}

/**
 * Puts a parked event back into the queue with its attempts behind it: one that fails is parked again at once.
 * Returns where it stands, which is also the answer for one that is no longer parked.
 */
export async function replayParked(tx: Transaction, id: string): Promise<'waiting' | 'applied' | undefined> {
  const [row] = await tx<{ state: 'waiting' | 'applied' | null }[]>`
    with replayed as (
      update inbox set state = 'waiting', due_at = now() where id = ${id} and state = 'parked' returning state)
    select coalesce((select state from replayed), (select state from inbox where id = ${id})) as state`
  return row?.state ?? undefined
}

/** The same for many, in the order they came; tells how many, and how many of these are left for another time. */
export async function replayManyParked(
  tx: Transaction,
  { type, limit }: Pick<ParkedListing, 'type' | 'limit'>,
): Promise<{ replayed: number; left: number }> {
  const [row] = await tx<{ replayed: number; parked: number }[]>`
    with replayed as (
      update inbox set state = 'waiting', due_at = now() where position in (
        select position from inbox where state = 'parked' ${ofType(tx, type)}
        order by position limit ${limit} for update skip locked)
      returning 1)
    select (select count(*) from replayed) as replayed,
      (select count(*) from inbox where state = 'parked' ${ofType(tx, type)}) as parked`
  const { replayed, parked } = row ?? { replayed: 0, parked: 0 }
  return { replayed, left: parked - replayed }
}

const olderThan = (sql: Queryable, { id, isIncluded }: NonNullable<ParkedListing['before']>) =>
  isIncluded ? sql`and id collate "C" <= ${id}` : sql`and id collate "C" < ${id}`

const ofType = (sql: Queryable, type: string | undefined) =>
  type === undefined ? sql`` : sql`and type = ${type}`
