import type { Refusal } from '../contract/refusal.ts'
import type { Queryable, Sql, Transaction } from '../database/connect.ts'
import { violates } from '../database/transact.ts'
import type { SagaState } from './definition.ts'

const LEASE_SECONDS = 30
export const DUE_PORTION = 16

export interface SagaRow {
  id: string
  name: string
  key: string
  state: SagaState
  step: number
  memory: Record<string, unknown>
  refusal: Refusal | null
  attempts: number
  signals: number
  /** Which taking-up this is: what an earlier one still writes is refused. */
  claims: number
  deadline: Date
  traceparent: string | null
}

export interface JournalLine {
  step: string
  action: 'done' | 'waiting' | 'refused' | 'undone' | 'failed' | 'overdue' | 'retried'
  at: string
  detail?: string | undefined
}

export interface NewSaga {
  id: string
  name: string
  key: string
  memory: unknown
  /** Who conducts it right after the commit; nobody where whoever is free shall take it up. */
  owner: string | null
  withinMs: number
  startedAt: string
  traceparent: string
}

/** Stored with its lease already held by who conducts it, if anybody is to right after the commit. */
export async function addSaga(tx: Transaction, saga: NewSaga): Promise<SagaRow> {
  const [row] = await tx<SagaRow[]>`
    insert into saga (id, name, key, state, memory, lease_owner, lease_until, due_at, deadline, started_at, traceparent)
    values (${saga.id}, ${saga.name}, ${saga.key}, 'running', ${tx.json(saga.memory as never)}, ${saga.owner},
      case when ${saga.owner}::text is not null then now() + ${LEASE_SECONDS} * interval '1 second' end, now(),
      ${saga.startedAt}::timestamptz + ${saga.withinMs} * interval '1 millisecond', ${saga.startedAt}, ${saga.traceparent})
    returning ${columns(tx)}`
  if (!row) throw new Error(`saga ${saga.id} was not stored`)
  return row
}

const columns = (sql: Queryable) =>
  sql`id, name, key, state, step, memory, refusal, attempts, signals, claims, deadline, traceparent`

export async function findSaga(sql: Queryable, name: string, key: string): Promise<SagaRow | undefined> {
  const [row] = await sql<SagaRow[]>`select ${columns(sql)} from saga where name = ${name} and key = ${key}`
  return row
}

/** Who takes sagas up. */
export interface Taker {
  readonly owner: string
  /** The ids of those it is at work on. */
  readonly conducting: readonly string[]
}

/** Takes the lease of one saga unless somebody works on it. */
export async function claimSaga(
  sql: Sql,
  { name, key }: Pick<NewSaga, 'name' | 'key'>,
  taker: Taker,
): Promise<SagaRow | undefined> {
  const [row] = await sql<SagaRow[]>`
    update saga set claims = claims + 1, lease_owner = ${taker.owner},
      lease_until = now() + ${LEASE_SECONDS} * interval '1 second'
    where name = ${name} and key = ${key} and state in ('running', 'waiting', 'undoing') and ${isFree(sql, taker)}
    returning ${columns(sql)}`
  return row
}

/** Sagas of these names that this taker may take up. */
export interface Wanted extends Taker {
  readonly names: readonly string[]
}

/** Takes the leases of sagas that are due: signalled, to be looked at again, or left by a dead process. */
export async function claimDueSagas(sql: Sql, wanted: Wanted): Promise<SagaRow[]> {
  return await sql<SagaRow[]>`
    update saga set claims = claims + 1, lease_owner = ${wanted.owner},
      lease_until = now() + ${LEASE_SECONDS} * interval '1 second'
    where id in (
      select id from saga where ${isDue(sql, wanted)}
      order by due_at limit ${DUE_PORTION} for update skip locked)
    returning ${columns(sql)}`
}

const isDue = (sql: Sql, { names, ...taker }: Wanted) => sql`
  state in ('running', 'waiting', 'undoing') and due_at <= now() and name = any(${names}) and ${isFree(sql, taker)}`

/** Longer than it takes from claiming a saga to counting it among those we conduct. */
const LEASE_IS_NEW_SECONDS = 2

/**
 * Nobody holds its lease, or somebody who is gone, or we do and have given it up: the write that said so may have been
 * lost with the database.
 */
const isFree = (sql: Sql, { owner, conducting }: Taker) => sql`
  (lease_until is null or lease_until < now() or (lease_owner <> ${owner} and is_gone(lease_owner)) or (
    lease_owner = ${owner} and id <> all(${conducting})
    and lease_until < now() + ${LEASE_SECONDS - LEASE_IS_NEW_SECONDS} * interval '1 second'))`

/** Whether somebody has to look at one of these sagas, as part of a statement. */
export const hasDueSagas = (sql: Sql, wanted: Wanted) =>
  sql`exists (select from saga where ${isDue(sql, wanted)})`

/** Frees every lease: right only where no other process can be conducting. */
export async function freeLeases(sql: Sql): Promise<void> {
  await sql`update saga set lease_until = null where lease_until is not null and state in ('running', 'waiting', 'undoing')`
}

export interface Progress {
  row: SagaRow
  lines: readonly JournalLine[]
  /** When to look again; ignored (at once) if a signal came since the row was claimed. */
  lookAfterMs?: number
  error?: string | undefined
}

/**
 * Writes where a saga stands and what was done since, in one statement; undoes the transaction it is part of when
 * somebody else has taken the saga over. While it goes on its due time stays (the lease keeps others away): an
 * update that changes no indexed column is half as much to write.
 */
export function saveProgress(sql: Queryable, { row, lines, lookAfterMs, error }: Progress) {
  const isEnded = row.state === 'completed' || row.state === 'undone' || row.state === 'stuck'
  const isReleased = isEnded || lookAfterMs !== undefined
  return sql`
    with saved as (
      update saga set
        state = ${row.state}, step = ${row.step}, memory = ${sql.json(row.memory as never)},
        refusal = ${row.refusal ? sql.json(row.refusal as never) : null}, attempts = ${row.attempts},
        error = ${error ?? null},
        due_at = case when signals > ${row.signals} then now()
                      else coalesce(now() + ${lookAfterMs ?? null} * interval '1 millisecond', due_at) end,
        lease_until = case when ${isReleased} then null else now() + ${LEASE_SECONDS} * interval '1 second' end,
        ended_at = case when ${isEnded} then now() end
      where id = ${row.id} and claims = ${row.claims} returning id),
    written as (
      insert into saga_journal (saga_id, step, action, at, detail)
      select id, l.* from saved,
        jsonb_to_recordset(${sql.json(lines as never)}) as l(step text, action text, at timestamptz, detail text))
    select case when not exists (select from saved) then refuse_overtaken(${row.id}) end`
}

/** Whether a write was refused because somebody else has taken the saga over. */
export const isOvertaken = (fault: unknown): boolean => violates(fault, 'saga_lease')

/** Whether there was an unfinished one to hear it. */
export async function signalSaga(tx: Transaction, name: string, key: string): Promise<boolean> {
  const signalled = await tx`
    update saga set signals = signals + 1, due_at = now()
    where name = ${name} and key = ${key} and state in ('running', 'waiting', 'undoing')`
  return signalled.count > 0
}

export async function countSagas(sql: Sql): Promise<{ name: string; state: SagaState; count: number }[]> {
  return await sql<{ name: string; state: SagaState; count: number }[]>`
    select name, state, count(*) as count from saga
    where state <> 'completed' or started_at > now() - interval '1 day' group by name, state`
}
