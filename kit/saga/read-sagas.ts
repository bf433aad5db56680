import type { Refusal } from '../contract/refusal.ts'
import type { Queryable } from '../database/connect.ts'
import type { SagaState } from './definition.ts'
import type { JournalLine } from './journal.ts'

/** A saga as it stands, for people to look at. */
export interface SagaRecord {
  id: string
  name: string
  key: string
  state: SagaState
  step: number
  memory: Record<string, unknown>
  refusal: Refusal | null
  attempts: number
  error: string | null
  started_at: Date
  deadline: Date
  due_at: Date
  ended_at: Date | null
}

const STATES: readonly SagaState[] = ['running', 'waiting', 'undoing', 'completed', 'undone', 'stuck']

export interface SagaListing {
  readonly state?: SagaState | undefined
  readonly before?: { readonly startedAt: string; readonly id: string } | undefined
  readonly limit: number
}

/**
 * Newest first. Each state is read from its own end of the index and the ends are merged, so that a few stuck
 * ones are found at once among millions that are done.
 */
export async function readSagas(
  sql: Queryable,
  { state, before, limit }: SagaListing,
): Promise<SagaRecord[]> {
  const older = before
    ? sql`and (started_at, id collate "C") < (${before.startedAt}::timestamptz, ${before.id} collate "C")`
    : sql``
  return await sql<SagaRecord[]>`
    select one.* from unnest(${state ? [state] : [...STATES]}::text[]) as wanted(state)
    cross join lateral (
      select ${columns(sql)} from saga where state = wanted.state ${older}
      order by started_at desc, id collate "C" desc limit ${limit}) as one
    order by one.started_at desc, one.id collate "C" desc limit ${limit}`
}

/** One of them, by its id. */
export async function readSaga(sql: Queryable, id: string): Promise<SagaRecord | undefined> {
  const [row] = await sql<SagaRecord[]>`select ${columns(sql)} from saga where id = ${id}`
  return row
}

/** What it has done and undone, in order. */
export async function readJournal(sql: Queryable, id: string): Promise<JournalLine[]> {
  const rows = await sql<{ step: string; action: JournalLine['action']; at: Date; detail: string | null }[]>`
    select step, action, at, detail from saga_journal where saga_id = ${id} order by position`
  return rows.map(({ at, detail, ...line }) => ({
    ...line,
    at: at.toISOString(),
    detail: detail ?? undefined,
  }))
}

export const columns = (sql: Queryable) =>
  sql`id, name, key, state, step, memory, refusal, attempts, error, started_at, deadline, due_at, ended_at`
