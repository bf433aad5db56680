import type { StoredEvent } from '../contract/event.ts'

/**
 * Carries events between services, at least once. `publish` resolves when every subscriber that hears
 * an event's type has stored it; until then the publisher keeps it and will publish again.
 */
export interface Transport {
  publish(events: readonly StoredEvent[]): Promise<void>
  subscribe(subscription: Subscription): Unsubscribe
  /** False only where it is certain that nobody hears this type: such an event need not be carried anywhere. */
  isHeard(type: string): boolean
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
 * start after a crash cannot carry an event past a service that opens a moment later.
 */
export function inProcessTransport(consumers: readonly Consumer[]): Transport {
  const subscriptions = new Set<Subscription>()
  const audience = new Map<string, string[]>()
  for (const { name, hears = [] } of consumers) {
    for (const { event } of hears) audience.set(event.type, [...(audience.get(event.type) ?? []), name])
  }
  const replicaOf = (name: string): Subscription => {
    for (const one of subscriptions) if (one.consumer === name) return one
    throw new Error(`${name} is not there to hear`)
  }
  return {
    isHeard: (type) => audience.has(type),
    async publish(events) {
      const hearing = new Set(events.flatMap(({ type }) => audience.get(type) ?? []))
      const deliveries = [...hearing].map(replicaOf)
      await Promise.all(
        deliveries.map(({ types, store }) => store(events.filter(({ type }) => types.has(type)))),
      )
    },
    subscribe(subscription) {
      subscriptions.add(subscription)
      return () => void subscriptions.delete(subscription)
    },
  }
}
