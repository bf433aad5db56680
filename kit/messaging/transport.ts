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
      // Async, so that one which throws at once keeps nothing from the others.
      const deliveries = [...subscriptions].map(async ({ types, store }) => {
        const heard = events.filter(({ type }) => types.has(type))
        if (heard.length > 0) await store(heard)
      })
      await Promise.all(deliveries)
    },
    subscribe(subscription) {
      subscriptions.add(subscription)
      return () => subscriptions.delete(subscription)
    },
  }
}
