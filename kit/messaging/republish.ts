import type { StoredEvent } from '../contract/event.ts'
import { begin } from '../database/begin.ts'
import type { Sql, Transaction } from '../database/connect.ts'
import type { Log } from '../telemetry/log.ts'
import { type OutboxRow, RELAY_PORTION, takeRelayLock, toEvent } from './outbox.ts'
import type { Keeping, Transport } from './transport.ts'

/** Nothing older: inboxes forget after seven days, and what they forgot they would apply again. */
const WINDOW = '6 days 23 hours'
/** What a broker had not written to its disk when it died is younger than this. */
const TAIL = '10 minutes'
const TOLD_EVERY = 5_000

export interface Republisher {
  /** Whether events that were published may be lost, and are not yet published again. */
  isDue(): boolean
  /** Publishes the next portion again, if that is due; returns how many there were. */
  turn(): Promise<number>
}

export interface RepublisherParts {
  readonly sql: Sql
  readonly source: string
  readonly transport: Pick<Transport, 'keeping'>
  readonly publish: (events: StoredEvent[]) => Promise<void>
  readonly log: Log
}

/**
 * Publishes from the outbox again what a broker has lost: everything where its stream is a new one, the last minutes
 * where it was started anew, as it acknowledges before it has written to its disk. In the order of the first time and
 * a portion at a time; how far it came is kept in the service's database. Hearers ignore what they know.
 */
export function republisher({ sql, source, transport, publish, log }: RepublisherParts): Republisher {
  let settled: Keeping | undefined
  let heeded: string | undefined
  let count = 0
  const due = () => {
    const keeping = transport.keeping?.()
    return keeping && !(keeping.stream === settled?.stream && keeping.run === settled.run)
      ? keeping
      : undefined
  }
  return {
    isDue: () => due() !== undefined,
    async turn() {
      const keeping = due()
      if (!keeping) return 0
      const rows = await begin(sql, async (tx) => {
        if (!(await takeRelayLock(tx))) return undefined
        if (await heedStream(tx, keeping))
          log.warn({ stream: keeping.stream }, 'the broker has lost its events: they are published again')
        if (keeping.run !== heeded && (await heedRun(tx, keeping)))
          log.info({ run: keeping.run }, 'the broker was started anew: the latest events are published again')
        const rows = await nextPortion(tx)
        if (rows.length > 0) await publish(rows.map((row) => toEvent(row, source)))
        await advance(tx, rows)
        return rows
      })
      if (!rows) return 0
      heeded = keeping.run
      const told = Math.floor(count / TOLD_EVERY)
      count += rows.length
      const isDone = rows.length < RELAY_PORTION
      if (count > 0 && (isDone || Math.floor(count / TOLD_EVERY) > told))
        log.info({ events: count, upTo: rows.at(-1)?.time, isDone }, 'events were published again')
      if (isDone) {
        settled = keeping
        count = 0
      }
      return rows.length
    },
  }
}

/** Tells whether it is another stream than the one published to. The first one has lost nothing. */
async function heedStream(tx: Transaction, { stream, run }: Keeping): Promise<boolean> {
  const changed = await tx<{ isAnother: boolean }[]>`
    insert into published_to (stream, run) values (${stream}, ${run})
    on conflict (is_only) do update
      set stream = excluded.stream, run = excluded.run, since = now() - ${WINDOW}::interval, position = 0
      where published_to.stream <> excluded.stream
    returning xmax <> 0 as "isAnother"`
  return changed[0]?.isAnother ?? false
}

/**
 * Tells whether it is another run of the broker. What was published again at last goes again as well, where nothing
 * that came later shows that it is on disk by now.
 */
async function heedRun(tx: Transaction, { run }: Keeping): Promise<boolean> {
  const changed = await tx`
    update published_to set
      run = ${run},
      position = 0,
      since = least(
        latest.at - ${TAIL}::interval,
        case when position is not null or finished_at >= latest.at - ${TAIL}::interval then since end)
    from (select (
      select published_at from outbox where published_at is not null order by position desc limit 1) as at) latest
    where run <> ${run}
    returning 1`
  return changed.length > 0
}

const nextPortion = (tx: Transaction) => tx<OutboxRow[]>`
  select o.position, o.id, o.type, o.subject, o.data, o.time, o.traceparent
  from outbox o, published_to p
  where o.position > p.position and o.published_at >= p.since and o.time >= now() - ${WINDOW}::interval
  order by o.position limit ${RELAY_PORTION}`

/** A portion that is not full was the last. */
const advance = (tx: Transaction, rows: readonly OutboxRow[]) =>
  rows.length === RELAY_PORTION
    ? tx`update published_to set position = ${rows.at(-1)?.position ?? 0}`
    : tx`update published_to set position = null, finished_at = now() where position is not null`
