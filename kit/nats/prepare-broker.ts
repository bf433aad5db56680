import {
  AckPolicy,
  DeliverPolicy,
  DiscardPolicy,
  JetStreamApiCodes,
  JetStreamApiError,
  type JetStreamManager,
  jetstream,
  RetentionPolicy,
  StorageType,
} from '@nats-io/jetstream'
import { Kvm } from '@nats-io/kv'
import { nanos } from '@nats-io/transport-node'
import { drain } from '../messaging/drain.ts'
import type { Consumer } from '../messaging/transport.ts'
import { days, minutes, seconds } from '../runtime/clock.ts'
import type { Log } from '../telemetry/log.ts'
import type { Link } from './link.ts'
import { asToken, BUCKET, STREAM } from './names.ts'

export interface BrokerPlan {
  /** Every service of the fleet; any service definition is one. */
  readonly services: readonly Consumer[]
  /** Where the stream grows beyond, its oldest events go. */
  readonly mostBytes?: number
  /** Servers that keep each event; one unless there is a cluster. */
  readonly copies?: number
}

/** The broker has what the plan says, and is looked after until `stop`. */
export interface PreparedBroker {
  stop(): Promise<void>
}

const KEPT_MS = days(7)
const MOST_BYTES = 2 ** 30
const LOOKS_EVERY_MS = seconds(1)
const ANSWERS_WITHIN_MS = seconds(2)
/** A service is brought what it did not acknowledge in this time once more. */
export const ACKNOWLEDGES_WITHIN_MS = seconds(5)
/** How many events a service may hold unacknowledged, all its replicas together. */
const MOST_HELD = 500
/** An entry of the registry that is not renewed is gone after it. */
const ENTRY_LIVES_MS = seconds(5)
const MOST_ENTRY_BYTES = 4_096
const MOST_REGISTRY_BYTES = 16 * 2 ** 20

/**
 * Makes the stream of events, a durable consumer for each service that hears, and the bucket of the registry, and
 * makes them again when the broker has lost them. Nobody but the administrator, whose link it needs, makes any: a
 * service that may make consumers could have events delivered under names that are not its own.
 */
export async function prepareBroker(link: Link, plan: BrokerPlan, log: Log): Promise<PreparedBroker> {
  const prepared = Promise.withResolvers<void>()
  let found = ''
  const looking = drain(
    async () => {
      const connection = link.current()
      if (!connection) return 0
      const broker = jetstream(connection, { timeout: ANSWERS_WITHIN_MS })
      const manager = await broker.jetstreamManager(false)
      if (found !== '' && found === (await whatIsThere(manager))) return 0
      await makeStream(manager, plan)
      await new Kvm(broker).create(BUCKET, {
        ttl: ENTRY_LIVES_MS,
        storage: StorageType.Memory,
        allow_direct: false,
        maxValueSize: MOST_ENTRY_BYTES,
        max_bytes: MOST_REGISTRY_BYTES,
      })
      found = await whatIsThere(manager)
      log.info({ stream: STREAM, found }, 'the broker is prepared')
      prepared.resolve()
      return 0
    },
    { everyMs: LOOKS_EVERY_MS, log },
  )
  const hush = link.onUp(() => looking.wake())
  await prepared.promise
  return {
    async stop() {
      hush()
      await looking.stop()
    },
  }
}

/** Tells one making of the stream and the bucket from another; nothing where either is missing. */
async function whatIsThere(manager: JetStreamManager): Promise<string> {
  try {
    const [events, registry] = await Promise.all([
      manager.streams.info(STREAM),
      manager.streams.info(`KV_${BUCKET}`),
    ])
    return `${events.created} ${registry.created}`
  } catch (fault) {
    if (isMissing(fault)) return ''
    throw fault
  }
}

async function makeStream(manager: JetStreamManager, { services, mostBytes, copies }: BrokerPlan) {
  const stream = {
    name: STREAM,
    subjects: ['souk.events.>'],
    retention: RetentionPolicy.Limits,
    storage: StorageType.File,
    discard: DiscardPolicy.Old,
    max_age: nanos(KEPT_MS),
    max_bytes: mostBytes ?? MOST_BYTES,
    duplicate_window: nanos(minutes(2)),
    num_replicas: copies ?? 1,
  }
  await updateOr(
    () => manager.streams.update(STREAM, stream),
    () => manager.streams.add(stream),
  )
  for (const { name, hears = [] } of services) {
    if (hears.length === 0) continue
    const consumer = {
      filter_subject: 'souk.events.>',
      ack_wait: nanos(ACKNOWLEDGES_WITHIN_MS),
      max_ack_pending: MOST_HELD,
      max_deliver: -1,
    }
    const made = {
      ...consumer,
      durable_name: asToken(name),
      ack_policy: AckPolicy.Explicit,
      deliver_policy: DeliverPolicy.All,
    }
    await updateOr(
      () => manager.consumers.update(STREAM, name, consumer),
      () => manager.consumers.add(STREAM, made),
    )
  }
}

async function updateOr(update: () => Promise<unknown>, make: () => Promise<unknown>): Promise<void> {
  try {
    await update()
  } catch (fault) {
    if (!isMissing(fault)) throw fault
    await make()
  }
}

const isMissing = (fault: unknown): boolean =>
  fault instanceof JetStreamApiError &&
  (fault.code === JetStreamApiCodes.StreamNotFound || fault.code === JetStreamApiCodes.ConsumerNotFound)
