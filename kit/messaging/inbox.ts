import type { StoredEvent } from '../contract/event.ts'
import { begin } from '../database/begin.ts'
import type { Sql, Transaction } from '../database/connect.ts'

const INBOX_LOCK = 727_003
export const INBOX_PORTION = 50
const ATTEMPTS_BEFORE_PARKING = 8

/** Stores events once each, however often they are delivered. */
export async function storeInInbox(sql: Sql, events: readonly StoredEvent[]): Promise<void> {
  await sql`
    insert into inbox (id, type, subject, source, data, time, traceparent, due_at)
    select id, type, subject, source, data, time, traceparent, now()
    from jsonb_to_recordset(${sql.json(events as never)})
      as e(id text, type text, subject text, source text, data jsonb, time timestamptz, traceparent text)
    on conflict (id) do nothing`
}

/** Applies one event inside `tx`; throws when it cannot. */
export type Apply = (tx: Transaction, event: StoredEvent) => Promise<void>

/**
 * Applies waiting events in order, a batch to a transaction; the effect and the mark commit together.
 * When one fails the batch is undone and its events are applied one by one, so that the failing one
 * alone waits, later events of its subject stay behind it, and everything else goes on.
 * Returns how many were applied.
 */
export async function applyBatch(sql: Sql, apply: Apply): Promise<number> {
  try {
    return await applyDue(sql, apply, INBOX_PORTION)
  } catch {
    return await applySingly(sql, apply)
  }
}

async function applySingly(sql: Sql, apply: Apply): Promise<number> {
  let applied = 0
  for (let turn = 0; turn < INBOX_PORTION; turn++) {
    const tried: { position?: number } = {}
    try {
      const count = await applyDue(sql, (tx, event) => apply(tx, event), 1, tried)
      if (count === 0) break
      applied += count
    } catch (fault) {
      if (tried.position === undefined) throw fault
      await postpone(sql, tried.position, fault)
    }
  }
  return applied
}

async function applyDue(
  sql: Sql,
  apply: Apply,
  limit: number,
  tried: { position?: number } = {},
): Promise<number> {
  return await begin(sql, async (tx) => {
    const rows = await claimDue(tx, limit)
    for (const row of rows) {
      tried.position = row.position
      await apply(tx, toEvent(row))
    }
    if (rows.length > 0) {
      await tx`update inbox set state = 'applied' where position = any(${rows.map((row) => row.position)})`
    }
    return rows.length
  })
}

/** One worker per service holds the lock; an event waits while an earlier one of its subject does. */
async function claimDue(tx: Transaction, limit: number): Promise<InboxRow[]> {
  return await tx<InboxRow[]>`
    select position, id, type, subject, source, data, time, traceparent from inbox i
    where (select pg_try_advisory_xact_lock(${INBOX_LOCK})) and state = 'waiting' and due_at <= now()
      and not exists (
        select from inbox e
        where e.state = 'waiting' and e.subject = i.subject and e.position < i.position and e.due_at > now())
    order by position limit ${limit}`
}

/** Later and later, up to a minute apart; after the last attempt the event is parked for an operator. */
async function postpone(sql: Sql, position: number, fault: unknown): Promise<void> {
  const message = fault instanceof Error ? `${fault.name}: ${fault.message}` : String(fault)
  await sql`
    update inbox set
      attempts = attempts + 1,
      state = case when attempts + 1 >= ${ATTEMPTS_BEFORE_PARKING} then 'parked' else 'waiting' end,
      due_at = now() + least(60, 0.25 * power(2, attempts)) * interval '1 second',
      error = ${message.slice(0, 2_000)}
    where position = ${position}`
}

interface InboxRow {
  position: number
  id: string
  type: string
  subject: string
  source: string
  data: Record<string, unknown>
  time: Date
  traceparent: string | null
}

const toEvent = (row: InboxRow): StoredEvent => ({
  id: row.id,
  type: row.type,
  subject: row.subject,
  source: row.source,
  data: row.data,
  time: row.time.toISOString(),
  traceparent: row.traceparent ?? undefined,
})
