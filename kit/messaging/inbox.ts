import type { StoredEvent } from '../contract/event.ts'
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

/** Events with different keys touch different rows: they are applied side by side. Without a key, alone. */
export type KeyOf = (event: StoredEvent) => string | undefined

const alone: KeyOf = () => undefined

/**
 * Applies waiting events in order, a batch to a transaction; the effect and the mark commit together.
 * When one fails the batch is undone and its events are applied one by one, so that the failing one
 * alone waits, later events of its subject stay behind it, and everything else goes on.
 * Returns how many were applied.
 */
export async function applyBatch(sql: Sql, apply: Apply, keyOf: KeyOf = alone): Promise<number> {
  try {
    return await applyDue(sql, INBOX_PORTION, async (tx, events) => {
      for (const portion of portionsOf(events, keyOf)) await applySideBySide(tx, portion, apply)
    })
  } catch {
    return await applySingly(sql, apply)
  }
}

async function applySingly(sql: Sql, apply: Apply): Promise<number> {
  let applied = 0
  for (let turn = 0; turn < INBOX_PORTION; turn++) {
    const tried: { position?: number | undefined } = {}
    try {
      const count = await applyDue(sql, 1, async (tx, [event]) => {
        tried.position = event?.position
        if (event) await apply(tx, event)
      })
      if (count === 0) break
      applied += count
    } catch (fault) {
      if (tried.position === undefined) throw fault
      await postpone(sql, tried.position, fault)
    }
  }
  return applied
}

type WaitingEvent = StoredEvent & { readonly position: number }

async function applyDue(
  sql: Sql,
  limit: number,
  apply: (tx: Transaction, events: readonly WaitingEvent[]) => Promise<void>,
): Promise<number> {
  return (await sql.begin(async (begun) => {
    const tx = begun as Transaction
    const rows = await claimDue(tx, limit)
    if (rows.length === 0) return 0
    await apply(tx, rows.map(toEvent))
    await tx`update inbox set state = 'applied' where position = any(${rows.map((row) => row.position)})`
    return rows.length
  })) as number
}

/** What may be applied side by side: events of one key in their order. */
type Portion = Map<string, StoredEvent[]>

/** Portions follow one another: an event without a key waits for all before it, and all after it wait for it. */
function portionsOf(events: readonly StoredEvent[], keyOf: KeyOf): Portion[] {
  const portions: Portion[] = []
  let open: Portion | undefined
  for (const event of events) {
    const key = keyOf(event)
    if (key === undefined) {
      portions.push(new Map([['', [event]]]))
      open = undefined
      continue
    }
    if (!open) {
      open = new Map()
      portions.push(open)
    }
    open.set(key, [...(open.get(key) ?? []), event])
  }
  return portions
}

/** Their statements share the transaction's connection and need not wait for each other's answers. */
async function applySideBySide(tx: Transaction, portion: Portion, apply: Apply): Promise<void> {
  const rows = [...portion.values()].map(async (events) => {
    for (const event of events) await apply(tx, event)
  })
  // All have ended before the transaction may: none still writes while it is rolled back.
  const ended = await Promise.allSettled(rows)
  for (const one of ended) if (one.status === 'rejected') throw one.reason
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
      first_tried_at = coalesce(first_tried_at, now()),
      last_tried_at = now(),
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

const toEvent = (row: InboxRow): WaitingEvent => ({
  position: row.position,
  id: row.id,
  type: row.type,
  subject: row.subject,
  source: row.source,
  data: row.data,
  time: row.time.toISOString(),
  traceparent: row.traceparent ?? undefined,
})
