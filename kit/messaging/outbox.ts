import type { Announcement, StoredEvent } from '../contract/event.ts'
import type { Sql, Transaction } from '../database/connect.ts'

const RELAY_LOCK = 727_002

/** Stores what a transaction announces, in that transaction: no event without its change, none lost after it. */
export async function storeInOutbox(tx: Transaction, events: readonly StoredEvent[]): Promise<void> {
  if (events.length === 0) return
  await tx`
    insert into outbox (id, type, subject, data, time, traceparent)
    select id, type, subject, data, time, traceparent
    from jsonb_to_recordset(${tx.json(events as never)})
      as e(id text, type text, subject text, data jsonb, time timestamptz, traceparent text)`
}

/**
 * Hands one batch of unpublished events to `publish` and marks them, holding the service's relay lock:
 * one relay at a time, so events of a subject leave in the order they were stored. Rows are found by
 * "not yet published", never by "above the last position": a transaction that commits late is not skipped.
 * Returns how many went out.
 */
export async function relayBatch(
  sql: Sql,
  source: string,
  publish: (events: StoredEvent[]) => Promise<void>,
): Promise<number> {
  return (await sql.begin(async (tx) => {
    const [lock] = await tx`select pg_try_advisory_xact_lock(${RELAY_LOCK}) as held`
    if (!lock?.held) return 0
    const rows = await tx<OutboxRow[]>`
      select position, id, type, subject, data, time, traceparent from outbox
      where published_at is null order by position limit 200`
    if (rows.length === 0) return 0
    await publish(rows.map((row) => toEvent(row, source)))
    await tx`update outbox set published_at = now() where position = any(${rows.map((row) => row.position)})`
    return rows.length
  })) as number
}

interface OutboxRow {
  position: number
  id: string
  type: string
  subject: string
  data: Record<string, unknown>
  time: Date
  traceparent: string | null
}

const toEvent = (row: OutboxRow, source: string): StoredEvent => ({
  id: row.id,
  type: row.type,
  subject: row.subject,
  source,
  data: row.data,
  time: row.time.toISOString(),
  traceparent: row.traceparent ?? undefined,
})

export const announced = (
  { type, subject, data }: Announcement,
  made: { id: string; source: string; time: string; traceparent: string },
): StoredEvent => ({ type, subject, data, ...made })
