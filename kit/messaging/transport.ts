import type { StoredEvent } from '../contract/event.ts'

/**
 * Carries events between services, at least once. `publish` resolves when every subscriber that hears
 * an event's type has stored it; until then the publisher keeps it and will publish again.
 */
export interface Transport {
  publish(events: readonly StoredEvent[]): Promise<void>
  subscribe(subscription: Subscription): Unsubscribe
}

export interface Subscription {
  /** The subscribing service. */
  readonly consumer: string
  readonly types: ReadonlySet<string>
  /** Stores the events durably; may see one twice. */
  store(events: readonly StoredEvent[]): Promise<void>
}

export type Unsubscribe = () => void

/** The transport of one process: straight from the publisher's outbox into the subscribers' inboxes. */
export function inProcessTransport(): Transport {
  const subscriptions = new Set<Subscription>()
  return {
    async publish(events) {
      const deliveries = [...subscriptions].map(({ types, store }) => {
        const heard = events.filter(({ type }) => types.has(type))
        return heard.length > 0 ? store(heard) : undefined
      })
      await Promise.all(deliveries)
    },
    subscribe(subscription) {
      subscriptions.add(subscription)
      return () => subscriptions.delete(subscription)
    },
  }
}
