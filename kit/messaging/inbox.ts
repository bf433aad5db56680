import type { StoredEvent } from '../contract/event.ts'
import { begin } from '../database/begin.ts'
import type { Queryable, Sql, Transaction } from '../database/connect.ts'
import { ATTEMPTS, isWorthRetrying } from '../database/transact.ts'
import { type AfterCommit, type Apply, alone, applyInPortions, type KeyOf } from './side-by-side.ts'

const INBOX_LOCK = 727_003
export const INBOX_PORTION = 50
const ATTEMPTS_BEFORE_PARKING = 8
/** An update is over by then: what no version hears any more is tried in vain, and parked where operators see it. */
const UPDATED_WITHIN = '1 hour'
/** Between two rounds what never failed gets its turn. */
const RETRIES_A_ROUND = 5
const RETRY_ROUNDS = 10

/**
 * Stores events once each, however often they are delivered. Two replicas that are brought the same ones in
 * different orders may lock each other out: then one of them does it again.
 */
export async function storeInInbox(sql: Sql, events: readonly StoredEvent[]): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await insertNew(sql, events)
      return
    } catch (fault) {
      if (attempt === ATTEMPTS || !isWorthRetrying(fault)) throw fault
    }
  }
}

const insertNew = (sql: Sql, events: readonly StoredEvent[]) => sql`
  insert into inbox (id, type, subject, source, data, time, traceparent, due_at)
  select id, type, subject, source, data, time, traceparent, now()
  from jsonb_to_recordset(${sql.json(events as never)})
    as e(id text, type text, subject text, source text, data jsonb, time timestamptz, traceparent text)
  on conflict (id) do nothing`

/**
 * Applies waiting events in order, a batch to a transaction; the effect and the mark commit together.
 * When one fails the batch is undone and its events are applied one by one, so that the failing one
 * alone waits, later events of its subject stay behind it, and everything else goes on. What failed before
 * is tried apart and after the rest: however many fail, they keep nobody waiting and undo nobody's batch.
 * Returns how many were applied.
 */
export async function applyBatch(sql: Sql, apply: Apply, how: How = {}): Promise<number> {
  let { applied, mayHaveFailed } = await applyFresh(sql, apply, how)
  for (let round = 0; mayHaveFailed && round < RETRY_ROUNDS; round++) {
    const failed = await findFailed(sql, how)
    if (failed.length === 0) break
    for (const { position } of failed) applied += await tryOne(sql, apply, (tx) => claimFailed(tx, position))
    applied += (await applyFresh(sql, apply, how)).applied
  }
  return applied
}

export interface How {
  readonly keyOf?: KeyOf
  /**
   * The types this version of the service hears; all when not given. What another version stored is left to that one,
   * and what comes later of its subject as well.
   */
  readonly hears?: readonly string[]
}

interface Fresh {
  readonly applied: number
  /** False when the claim saw that nothing waits that failed: then nobody need ask. */
  readonly mayHaveFailed: boolean
}

async function applyFresh(sql: Sql, apply: Apply, how: How): Promise<Fresh> {
  const { keyOf = alone } = how
  let mayHaveFailed = true
  const claim = async (tx: Transaction) => {
    const rows = await claimFresh(tx, INBOX_PORTION, how)
    mayHaveFailed = rows[0]?.hasFailed ?? true
    return rows
  }
  try {
    const applied = await applyClaimed(sql, claim, (tx, events, afterCommit) =>
      applyInPortions(tx, { events, keyOf, apply: (tx, event) => apply(tx, event, afterCommit) }),
    )
    return { applied, mayHaveFailed }
  } catch {
    return { applied: await applySingly(sql, apply, how), mayHaveFailed: true }
  }
}

async function applySingly(sql: Sql, apply: Apply, how: How): Promise<number> {
  let applied = 0
  for (let turn = 0; turn < INBOX_PORTION; turn++) {
    const tried: Tried = {}
    applied += await tryOne(sql, apply, (tx) => claimFresh(tx, 1, how), tried)
    if (tried.position === undefined) break
  }
  return applied
}

interface Tried {
  position?: number | undefined
}

/** One event in a transaction of its own; when it fails it is postponed. */
async function tryOne(sql: Sql, apply: Apply, claim: Claim, tried: Tried = {}): Promise<number> {
  try {
    return await applyClaimed(sql, claim, async (tx, [event], afterCommit) => {
      tried.position = event?.position
      if (event) await apply(tx, event, afterCommit)
    })
  } catch (fault) {
    if (tried.position === undefined) throw fault
    await postpone(sql, tried.position, fault)
    return 0
  }
}

type WaitingEvent = StoredEvent & { readonly position: number }

type Effect = (tx: Transaction, events: readonly WaitingEvent[], afterCommit: AfterCommit) => Promise<void>

async function applyClaimed(sql: Sql, claim: Claim, effect: Effect): Promise<number> {
  const afterwards: (() => void)[] = []
  const count = await begin(sql, async (tx) => {
    const rows = await claim(tx)
    if (rows.length === 0) return 0
    const inOrder = [...rows].sort((a, b) => a.position - b.position)
    await effect(tx, inOrder.map(toEvent), (work) => void afterwards.push(work))
    return rows.length
  })
  for (const work of afterwards) work()
  return count
}

/** Marks rows as applied and hands them out; none where another worker of the service holds the lock. */
type Claim = (tx: Transaction) => Promise<InboxRow[]>

// The mark asks again whether a row waits: another replica may have applied it and let go of the lock between our
// snapshot and our taking it.

/** Whether a row is this version's to apply. */
const isOurs = (sql: Queryable, { hears }: How, row: 'i' | 'e' | 'inbox') =>
  hears
    ? sql`(${sql(row)}.type = any(${hears as string[]}) or ${sql(row)}.time < now() - ${UPDATED_WITHIN}::interval)`
    : sql`true`

/**
 * What never failed, in order, unless something earlier of its subject did or is another version's. The latter is asked
 * row by row: as an anti-join it would read all that waits.
 */
const claimFresh = (tx: Transaction, limit: number, how: How) => tx<(InboxRow & { hasFailed: boolean })[]>`
  update inbox set state = 'applied' where state = 'waiting' and position in (
    select position from inbox i
    where (select pg_try_advisory_xact_lock(${INBOX_LOCK})) and state = 'waiting' and attempts = 0
      and ${isOurs(tx, how, 'i')}
      and not exists (
        select from inbox e
        where e.state = 'waiting' and e.subject = i.subject and e.position < i.position
          and e.attempts > 0)
      and (
        select true from inbox e
        where e.state = 'waiting' and e.subject = i.subject and e.position < i.position
          and not ${isOurs(tx, how, 'e')}
        order by e.position limit 1) is null
    order by position limit ${limit})
  returning position, id, type, subject, source, data, time, traceparent,
    exists (select from inbox where state = 'waiting' and attempts > 0 and due_at <= now()) as "hasFailed"`

const claimFailed = (tx: Transaction, position: number): Promise<InboxRow[]> => tx<InboxRow[]>`
  update inbox set state = 'applied'
  where (select pg_try_advisory_xact_lock(${INBOX_LOCK})) and position = ${position}
    and state = 'waiting' and due_at <= now()
  returning position, id, type, subject, source, data, time, traceparent`

/** At most one of each subject: the others wait behind it. */
const findFailed = (sql: Sql, how: How) => sql<{ position: number }[]>`
  select position from inbox where state = 'waiting' and attempts > 0 and due_at <= now() and ${isOurs(sql, how, 'inbox')}
  order by due_at limit ${RETRIES_A_ROUND}`

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
    where position = ${position} and state = 'waiting'`
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
