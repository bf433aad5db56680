import type { Announcement, StoredEvent } from '../contract/event.ts'
import { begin } from '../database/begin.ts'
import type { Sql, Transaction } from '../database/connect.ts'
import { MOST_EVENT_BYTES } from './transport.ts'

const RELAY_LOCK = 727_002
export const RELAY_PORTION = 200

/**
 * Stores what a transaction announces, in that transaction: no event without its change, none lost after it.
 * What nobody hears is history at once: it is kept for replays and not carried anywhere.
 */
export const storeInOutbox = (
  tx: Transaction,
  events: readonly StoredEvent[],
  isHeard: (type: string) => boolean = () => true,
) => tx`
  insert into outbox (id, type, subject, data, time, traceparent, published_at)
  select id, type, subject, data, time, traceparent, case when type = any(${unheard(events, isHeard)}) then now() end
  from jsonb_to_recordset(${writeOut(events)}::text::jsonb)
    as e(id text, type text, subject text, data jsonb, time timestamptz, traceparent text)`

const unheard = (events: readonly StoredEvent[], isHeard: (type: string) => boolean): string[] => [
  ...new Set(events.map(({ type }) => type).filter((type) => !isHeard(type))),
]

/** Refuses what no transport would carry: an event stuck in the outbox would hold up all behind it. */
function writeOut(events: readonly StoredEvent[]): string {
  const written = JSON.stringify(events)
  if (Buffer.byteLength(written) <= MOST_EVENT_BYTES) return written
  for (const event of events) {
    const bytes = Buffer.byteLength(JSON.stringify(event))
    if (bytes > MOST_EVENT_BYTES)
      throw new RangeError(`${event.type} weighs ${bytes} bytes, ${MOST_EVENT_BYTES} at most`)
  }
  return written
}

/**
 * Marks one batch of unpublished events and hands them to `publish` before the commit, holding the service's
 * relay lock: one relay at a time, so events of a subject leave in the order they were stored. A crash in
 * between publishes them again, which inboxes ignore. Rows are found by
 * "not yet published", never by "above the last position": a transaction that commits late is not skipped. That is
 * asked twice, as the lock may be taken by a statement that began before the relay ahead of it committed, and sees
 * its rows as they were.
 * Returns how many went out.
 */
export async function relayBatch(
  sql: Sql,
  source: string,
  publish: (events: StoredEvent[]) => Promise<void>,
): Promise<number> {
  return await begin(sql, async (tx) => {
    const rows = await tx<OutboxRow[]>`
      update outbox set published_at = now() where position in (
        select position from outbox
        where published_at is null and (select pg_try_advisory_xact_lock(${RELAY_LOCK}))
        order by position limit ${RELAY_PORTION})
      and published_at is null
      returning position, id, type, subject, data, time, traceparent`
    const inOrder = [...rows].sort((a, b) => a.position - b.position)
    if (inOrder.length > 0) await publish(inOrder.map((row) => toEvent(row, source)))
    return rows.length
  })
}

/** One relay of a service at a time, whichever of its replicas; held until the transaction ends. */
export async function takeRelayLock(tx: Transaction): Promise<boolean> {
  const [row] = await tx<{ isOurs: boolean }[]>`select pg_try_advisory_xact_lock(${RELAY_LOCK}) as "isOurs"`
  return row?.isOurs ?? false
}

export interface OutboxRow {
  position: number
  id: string
  type: string
  subject: string
  data: Record<string, unknown>
  time: Date
  traceparent: string | null
}

export const toEvent = (row: OutboxRow, source: string): StoredEvent => ({
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
