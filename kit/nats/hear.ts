import { setTimeout as pause } from 'node:timers/promises'
import { type ConsumerInfo, type ConsumerMessages, type JsMsg, jetstream } from '@nats-io/jetstream'
import type { NatsConnection } from '@nats-io/transport-node'
import type { StoredEvent } from '../contract/event.ts'
import { drain } from '../messaging/drain.ts'
import type { Subscription } from '../messaging/transport.ts'
import { seconds } from '../runtime/clock.ts'
import type { Log } from '../telemetry/log.ts'
import { readCloudEvent } from './cloud-event.ts'
import type { Link } from './link.ts'
import { asToken, STREAM } from './names.ts'
import { ACKNOWLEDGES_WITHIN_MS } from './prepare-broker.ts'

const MOST_STORED_AT_ONCE = 200
const MOST_BYTES_AT_ONCE = 4 * 2 ** 20
const ASKED_FOR_AT_ONCE = 200
/** The broker says that often that it is there; after two silent ones it is asked anew. */
const HEARTBEAT_MS = seconds(1)
const FIRST_PAUSE_MS = 100
const LONGEST_PAUSE_MS = seconds(5)
const LONGEST_LETTING_GO_MS = seconds(30)

export interface Hearing {
  /** Stores nothing more; what was not stored is brought again, here or to another replica. */
  leave(): Promise<void>
}

export interface Hearer {
  readonly link: Link
  /** So long what cannot be stored is tried here, before the broker may bring it to another replica. */
  readonly patienceMs: number
  readonly log: Log
  /** Told of what cannot be read and is brought no more. */
  readonly unreadable: () => void
}

/** Brings a service what is in the stream, in its order, and acknowledges what it has stored. */
export function hear(
  { consumer, types, store }: Subscription,
  { link, patienceMs, log, unreadable }: Hearer,
): Hearing {
  const name = asToken(consumer)
  const leaving = new AbortController()
  /** Brought and not yet acknowledged: those being stored, then the others. */
  const held: JsMsg[] = []
  let messages: ConsumerMessages | undefined
  let letGoUntil = 0
  let lettingsGo = 0

  const isHeard = ({ subject }: JsMsg) => types.has(subject.split('.').slice(3).join('.'))
  const read = (message: JsMsg): StoredEvent | undefined => {
    try {
      return readCloudEvent(message.string(), message.subject)
    } catch (fault) {
      message.term()
      unreadable()
      log.error({ err: fault, subject: message.subject, position: message.seq }, 'what came is no event')
      return undefined
    }
  }
  const receive = (message: JsMsg) => {
    if (!isHeard(message)) return message.ack()
    const letsGoFor = letGoUntil - performance.now()
    if (letsGoFor > 0) return message.nak(letsGoFor)
    held.push(message)
    work.wake()
  }
  const letGo = () => {
    const ms = Math.min(LONGEST_LETTING_GO_MS, seconds(1) * 2 ** lettingsGo++)
    letGoUntil = performance.now() + ms
    for (const message of held.splice(0)) message.nak(ms)
  }
  const storePatiently = async (events: readonly StoredEvent[]): Promise<boolean> => {
    const begun = performance.now()
    for (
      let pauseMs = FIRST_PAUSE_MS;
      !leaving.signal.aborted;
      pauseMs = Math.min(LONGEST_PAUSE_MS, 2 * pauseMs)
    ) {
      try {
        await store(events)
        return true
      } catch (fault) {
        if (leaving.signal.aborted || performance.now() - begun > patienceMs) return false
        log.warn({ err: fault, events: events.length }, 'events could not be stored and are tried again')
        await pause(pauseMs, undefined, { signal: leaving.signal }).catch(() => {})
      }
    }
    return false
  }
  const work = drain(
    async () => {
      const batch = held.slice(0, batchOf(held))
      const events = batch.map(read).filter((event) => event !== undefined)
      if (events.length > 0 && !(await storePatiently(events))) {
        if (!leaving.signal.aborted) letGo()
        return 0
      }
      lettingsGo = 0
      held.splice(0, batch.length)
      for (const message of batch) message.ack()
      return batch.length
    },
    { log },
  )
  const begin = async (connection: NatsConnection) => {
    // The administrator made the consumer; nothing else of it is needed, and nothing may be asked.
    const made = { stream_name: STREAM, name, config: {} } as ConsumerInfo
    const begun = await jetstream(connection).consumers.getConsumerFromInfo(made).consume({
      bind: true,
      max_messages: ASKED_FOR_AT_ONCE,
      idle_heartbeat: HEARTBEAT_MS,
      callback: receive,
    })
    messages = begun
    const fault = await begun.closed()
    if (leaving.signal.aborted) return
    log.error({ err: fault }, 'the broker ended a subscription; it is begun again')
    await pause(LONGEST_PAUSE_MS, undefined, { signal: leaving.signal }).catch(() => {})
    if (!leaving.signal.aborted) await begin(connection)
  }
  const hush = link.onUp((connection) => {
    if (!messages) void begin(connection)
  })
  const stillWorking = setInterval(() => {
    for (const message of held) message.working()
  }, ACKNOWLEDGES_WITHIN_MS / 3).unref()
  const leave = async () => {
    leaving.abort()
    hush()
    messages?.stop()
    await work.stop()
    clearInterval(stillWorking)
    for (const message of held.splice(0)) message.nak()
    await link
      .current()
      ?.flush()
      .catch(() => {})
  }
  let left: Promise<void> | undefined
  return {
    leave() {
      left ??= leave()
      return left
    },
  }
}

/** How many of the first are stored together: one at least. */
function batchOf(held: readonly JsMsg[]): number {
  let [count, bytes] = [0, 0]
  for (const { data } of held) {
    bytes += data.length
    if (count > 0 && (count === MOST_STORED_AT_ONCE || bytes > MOST_BYTES_AT_ONCE)) break
    count++
  }
  return count
}
