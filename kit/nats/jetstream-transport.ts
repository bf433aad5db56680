import type { Transport } from '../messaging/transport.ts'
import { minutes, seconds } from '../runtime/clock.ts'
import type { Log } from '../telemetry/log.ts'
import type { Metrics } from '../telemetry/metrics.ts'
import { type Hearing, hear } from './hear.ts'
import type { Link } from './link.ts'
import { publishInOrder } from './publish-in-order.ts'
import { watchKeeping } from './watch-keeping.ts'

export interface JetStreamTransport extends Transport {
  /** Ends what is being stored, acknowledges it, and brings nothing more. The link stays. */
  close(): Promise<void>
}

export interface JetStreamParts {
  readonly link: Link
  readonly log: Log
  readonly metrics: Metrics
}

/** For so long a publisher waits for a broker that is away or not prepared, before it hears so. */
const WAITS_MS = seconds(2)
const PATIENCE_MS = minutes(1)

/** Thrown while there is no broker to publish to; the publisher still has the events and publishes again. */
class BrokerAway extends Error {
  override name = 'BrokerAway'
}

/**
 * Events over NATS JetStream: published into one stream, brought to each service by a durable consumer that its
 * replicas share. The broker needs not be there; it may be prepared later (`prepareBroker`), restarted, or emptied.
 */
export function jetStreamTransport({ link, log, metrics }: JetStreamParts): JetStreamTransport {
  const keeping = watchKeeping(link, log)
  const hearings = new Set<Hearing>()
  const unreadable = new Map<string, number>()
  metrics.gauge(
    'souk_unreadable_events',
    'Messages at the broker that are no events and were given up, since the process began.',
    ['service'],
    async () => [...unreadable].map(([service, value]) => ({ labels: { service }, value })),
  )
  return {
    isHeard: () => true,
    keeping: () => keeping.current(),
    async publish(events) {
      const isKept = await keeping.known(WAITS_MS)
      const connection = link.current()
      if (!connection || !isKept)
        throw new BrokerAway(connection ? 'the broker has no stream of events yet' : 'the broker is away')
      const gone = Promise.withResolvers<never>()
      const hush = link.onDown(() => gone.reject(new BrokerAway('the broker went away')))
      await Promise.race([publishInOrder(connection, events), gone.promise]).finally(hush)
    },
    subscribe(subscription) {
      const { consumer } = subscription
      unreadable.set(consumer, unreadable.get(consumer) ?? 0)
      const hearing = hear(subscription, {
        link,
        patienceMs: PATIENCE_MS,
        log: log.child({ service: consumer }),
        unreadable: () => void unreadable.set(consumer, (unreadable.get(consumer) ?? 0) + 1),
      })
      hearings.add(hearing)
      return () => void hearing.leave().finally(() => hearings.delete(hearing))
    },
    async close() {
      await Promise.all([...hearings].map((hearing) => hearing.leave()))
      await keeping.stop()
    },
  }
}
