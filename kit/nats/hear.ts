import { setTimeout as pause } from 'node:timers/promises'
import { type ConsumerMessages, type JsMsg, jetstream } from '@nats-io/jetstream'
import type { NatsConnection } from '@nats-io/transport-node'
import type { StoredEvent } from '../contract/event.ts'
import { drain } from '../messaging/drain.ts'
import type { Subscription } from '../messaging/transport.ts'
import { seconds } from '../runtime/clock.ts'
import type { Log } from '../telemetry/log.ts'
import { readCloudEvent } from './cloud-event.ts'
import { inHand } from './in-hand.ts'
import type { Link } from './link.ts'
import { asToken } from './names.ts'
import { ACKNOWLEDGES_WITHIN_MS } from './prepare-broker.ts'
import { untilBroughtAgain } from './until-brought-again.ts'

const ASKED_FOR_AT_ONCE = 200
/** The broker says that often that it is there; after two silent ones it is asked anew. */
const HEARTBEAT_MS = seconds(1)
const ANSWERS_WITHIN_MS = seconds(1)
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
export function hear({ consumer, types, store }: Subscription, hearer: Hearer): Hearing {
  const { link, patienceMs, log, unreadable } = hearer
  const name = asToken(consumer)
  const leaving = new AbortController()
  const rest = (ms: number) => pause(ms, undefined, { signal: leaving.signal }).catch(() => {})
  const hand = inHand()
  let letGoUntil = 0
  let lettingsGo = 0

  const receive = (message: JsMsg) => {
    if (!types.has(typeOf(message))) return message.ack()
    const letsGoFor = letGoUntil - performance.now()
    if (letsGoFor > 0) return message.nak(letsGoFor)
    hand.add(message)
    work.wake()
  }
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
  const storePatiently = async (events: readonly StoredEvent[]): Promise<boolean> => {
    const begun = performance.now()
    for (let ms = FIRST_PAUSE_MS; !leaving.signal.aborted; ms = Math.min(LONGEST_PAUSE_MS, 2 * ms)) {
      try {
        await store(events)
        return true
      } catch (fault) {
        if (leaving.signal.aborted || performance.now() - begun > patienceMs) return false
        log.warn({ err: fault, events: events.length }, 'events could not be stored and are tried again')
        await rest(ms)
      }
    }
    return false
  }
  const work = drain(
    async () => {
      const batch = hand.next()
      const events = batch.map(read).filter((event) => event !== undefined)
      if (events.length === 0 || (await storePatiently(events))) {
        lettingsGo = 0
        hand.acknowledge(batch)
        return batch.length
      }
      if (leaving.signal.aborted) return 0
      const ms = Math.min(LONGEST_LETTING_GO_MS, seconds(1) * 2 ** lettingsGo++)
      letGoUntil = performance.now() + ms
      hand.giveBack(ms)
      return 0
    },
    { log },
  )
  const bringing = bring({ consumer: name, hearer, rest, receive, forget: hand.forget })
  const stillWorking = setInterval(hand.stillWorking, ACKNOWLEDGES_WITHIN_MS / 3).unref()
  const leave = async () => {
    leaving.abort()
    bringing.stop()
    await work.stop()
    clearInterval(stillWorking)
    hand.giveBack()
    const told = link.current()?.flush()
    await told?.catch(() => {})
  }
  let left: Promise<void> | undefined
  return {
    leave() {
      left ??= leave()
      return left
    },
  }
}

/** After `souk.events.` and the source. */
const typeOf = ({ subject }: JsMsg): string => subject.split('.').slice(3).join('.')

interface Bringing {
  readonly consumer: string
  readonly hearer: Pick<Hearer, 'link' | 'log'>
  readonly rest: (ms: number) => Promise<unknown>
  readonly receive: (message: JsMsg) => void
  /** Told when the connection that brought it is gone. */
  readonly forget: () => void
}

/** Asks the consumer for more and more, at each connection anew. */
function bring({ consumer, hearer: { link, log }, rest, receive, forget }: Bringing): { stop(): void } {
  let turn = 0
  let messages: ConsumerMessages | undefined
  const end = () => {
    turn++
    messages?.stop()
  }
  const begin = async (connection: NatsConnection): Promise<void> => {
    const own = ++turn
    const isOver = () => own !== turn
    const broker = jetstream(connection, { timeout: ANSWERS_WITHIN_MS })
    const found = await untilBroughtAgain({ broker, consumer, isOver, rest })
    if (!found) return
    const options = { max_messages: ASKED_FOR_AT_ONCE, idle_heartbeat: HEARTBEAT_MS, callback: receive }
    messages = await broker.consumers.getConsumerFromInfo(found).consume({ bind: true, ...options })
    if (isOver()) return messages.stop()
    const fault = await messages.closed()
    if (isOver()) return
    log.error({ err: fault }, 'the broker ended a subscription; it is begun again')
    await rest(LONGEST_PAUSE_MS)
    if (!isOver()) await begin(connection)
  }
  const hushes = [
    link.onUp((connection) => {
      begin(connection).catch((fault) => log.error({ err: fault }, 'a subscription could not be begun'))
    }),
    link.onDown(() => {
      end()
      forget()
    }),
  ]
  return {
    stop() {
      for (const hush of hushes) hush()
      end()
    },
  }
}
