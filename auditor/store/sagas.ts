import type { Queryable } from '@souk/kit/database'
import type { Range } from './orders.ts'

// What the auditor knows of sagas, their journal and stored answers, which the kit keeps for every service.

export interface StoredSaga {
  readonly id: string
  readonly name: string
  /** The order it is about; the key of a saga that an order may have several of begins with it. */
  readonly key: string
  readonly state: 'running' | 'waiting' | 'undoing' | 'completed' | 'undone' | 'stuck'
  readonly startedAt: Date
  readonly deadline: Date
  readonly endedAt: Date | null
  readonly error: string | null
}

const columns = (sql: Queryable) =>
  sql`id, name, split_part(key, ' ', 1) as key, state, started_at as "startedAt", deadline, ended_at as "endedAt", error`

export const sagasIn = (sql: Queryable, { from, to }: Range) => sql<StoredSaga[]>`
  select ${columns(sql)} from saga where split_part(key, ' ', 1) > ${from} and split_part(key, ' ', 1) <= ${to}`

export const sagasOf = (sql: Queryable, keys: readonly string[]) => sql<StoredSaga[]>`
  select ${columns(sql)} from saga where name = 'checkout' and key = any(${keys as string[]})`

export const journalOf = (sql: Queryable, keys: readonly string[]) => sql<
  { about: string; at: Date; what: string }[]
>`
  select split_part(s.key, ' ', 1) as about, j.at, format('%s: %s %s', s.name, j.step, j.action) || coalesce(': ' || j.detail, '') as what
  from saga s join saga_journal j on j.saga_id = s.id where split_part(s.key, ' ', 1) = any(${keys as string[]}) order by j.position`

/** Stored answers, and those that are not sealed as they must be. */
export async function answersAstray(sql: Queryable): Promise<{ count: number; readable: { key: string }[] }> {
  const [row] = await sql<{ count: number }[]>`select count(*) as count from idempotency`
  const readable = await sql<{ key: string }[]>`
    select principal || ' ' || key as key from idempotency
    where reply is not null and (jsonb_typeof(reply) <> 'string' or reply #>> '{}' !~ '^[A-Za-z0-9+/]+=*$')`
  return { count: row?.count ?? 0, readable }
}
