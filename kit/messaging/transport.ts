import type { StoredEvent } from '../contract/event.ts'

/** What one event may weigh as JSON, envelope included: what brokers carry without being told otherwise. */
export const MOST_EVENT_BYTES = 1_000_000

/**
 * Carries events between services, at least once. When `publish` resolves every subscriber that hears an event's
 * type has stored it, or the transport durably answers for it; when it rejects, in bounded time, the publisher
 * still has it and publishes again. What one publisher hands over arrives in that order, whichever of it had to
 * be carried twice. Proven for each driver by transport.suite.ts.
 */
export interface Transport {
  publish(events: readonly StoredEvent[]): Promise<void>
  subscribe(subscription: Subscription): Unsubscribe
  /** False only where it is certain that nobody hears this type: such an event need not be carried anywhere. */
  isHeard(type: string): boolean
  /**
   * What a broker keeps events in just now; nothing while it is away, or that is not known. Where it is another than
   * before, what was published may be gone, and whoever published it does so again. Absent where to publish is to
   * store.
   */
  keeping?(): Keeping | undefined
}

export interface Keeping {
  /** When the stream was made, an ISO time: another one is another stream, and empty. */
  readonly stream: string
  /** Names one run of the broker: what an earlier one had not yet written to its disk may be lost. */
  readonly run: string
}

export interface Subscription {
  /** The subscribing service. */
  readonly consumer: string
  readonly types: ReadonlySet<string>
  /** Stores the events durably; may see one twice. */
  store(events: readonly StoredEvent[]): Promise<void>
}

export type Unsubscribe = () => void

/** A service that will hear, whether it is up yet or not; any service definition is one. */
export interface Consumer {
  readonly name: string
  readonly hears?: readonly { readonly event: { readonly type: string } }[] | undefined
}

/**
 * The transport of one process: straight from the publisher's outbox into the subscribers' inboxes. The process
 * knows who lives in it: while one of them is not up yet, or no longer, what it hears is not published, so that a
 * start after a crash cannot carry an event past a service that opens a moment later. Of several replicas of a
 * service one is enough: they share an inbox.
 */
export function inProcessTransport(consumers?: readonly Consumer[]): Transport {
  const subscriptions = new Set<Subscription>()
  const hearing = new Map(
    (consumers ?? []).map(({ name, hears = [] }) => [name, new Set(hears.map(({ event }) => event.type))]),
  )
  const isThere = (name: string) => subscriptions.values().some(({ consumer }) => consumer === name)
  return {
    isHeard: (type) => !consumers || hearing.values().some((types) => types.has(type)),
    async publish(events) {
      const replicas = new Map([...subscriptions].map((one) => [one.consumer, one]))
      // Async, so that one which throws at once keeps nothing from the others.
      const deliveries = [...replicas.values()].map(async ({ types, store }) => {
        const heard = events.filter(({ type }) => types.has(type))
        if (heard.length > 0) await store(heard)
      })
      await Promise.all(deliveries)
      for (const [name, types] of hearing) {
        if (!isThere(name) && events.some(({ type }) => types.has(type)))
          throw new Error(`${name} is not there to hear`)
      }
    },
    subscribe(subscription) {
      subscriptions.add(subscription)
      return () => void subscriptions.delete(subscription)
    },
  }
}
