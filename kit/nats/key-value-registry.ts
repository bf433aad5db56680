import { jetstreamManager } from '@nats-io/jetstream'
import { type KV, Kvm } from '@nats-io/kv'
import type { Msg, NatsConnection } from '@nats-io/transport-node'
import type { Instance, Registry } from '../discovery/registry.ts'
import { drain } from '../messaging/drain.ts'
import type { Log } from '../telemetry/log.ts'
import type { Link } from './link.ts'
import { asId, asToken, BUCKET, REGISTRY_PREFIX } from './names.ts'
import { readInstance } from './read-instance.ts'
import { keyOf, roster } from './roster.ts'

const HEARTBEAT_MS = 1_500
const LOOKS_EVERY_MS = 500
const OPERATION = 'KV-Operation'

/**
 * Who is there, in a bucket of NATS whose entries live for a few seconds: each instance renews its own. Changes are
 * heard as they are published into the bucket, which needs no consumer, so no right to make one. While the broker
 * cannot be reached, or stands still, nobody is given up; once it is back everybody registers again.
 */
export function keyValueRegistry(link: Link, log: Log): Registry {
  const known = roster()
  const registered = new Map<string, Instance>()
  /** Who has left since the last look at the whole bucket, which may still show them. */
  const gone = new Set<string>()
  let listeningTo: NatsConnection | undefined

  const hear = (message: Msg) => {
    const { subject, headers } = message
    if (!subject.startsWith(REGISTRY_PREFIX)) return
    const key = subject.slice(REGISTRY_PREFIX.length)
    if (headers?.get(OPERATION)) {
      gone.add(key)
      return known.left(key)
    }
    const instance = readInstance(key, message.string())
    if (instance) known.heard(instance, performance.now())
  }
  /** Done when the broker has it, kept or not: who listens hears it all the same where there is no bucket yet. */
  const tell = async (change: (bucket: KV) => Promise<unknown>) => {
    const connection = link.current()
    if (!connection) return
    const bucket = await open(connection)
    change(bucket).catch((fault) => log.debug({ err: fault }, 'the registry did not keep a change'))
    await connection.flush().catch(() => {})
  }
  const tellOf = (instance: Instance) =>
    tell((bucket) => bucket.put(keyOf(instance), JSON.stringify(instance)))
  const tellAll = () => {
    for (const instance of registered.values()) void tellOf(instance)
  }
  const readAll = async (connection: NatsConnection) => {
    gone.clear()
    const bucket = await open(connection)
    for (const key of await keysIn(connection)) {
      const entry = await bucket.get(key)
      const instance = entry?.operation === 'PUT' ? readInstance(key, entry.string()) : undefined
      if (instance && !gone.has(key)) known.heard(instance, performance.now())
    }
  }
  const looking = drain(
    async () => {
      const connection = link.current()
      if (!connection) return 0
      const askedAt = performance.now()
      // Its answer comes after all it had to tell before.
      const isAnswered = await connection.flush().then(
        () => true,
        () => false,
      )
      if (isAnswered) known.answered(askedAt, performance.now())
      return 0
    },
    { everyMs: LOOKS_EVERY_MS, log },
  )
  const hush = link.onUp((connection) => {
    if (listeningTo !== connection)
      connection.subscribe(`${REGISTRY_PREFIX}>`, {
        callback: (fault, message) =>
          fault ? log.error({ err: fault }, 'the registry may not be read') : hear(message),
      })
    listeningTo = connection
    tellAll()
    readAll(connection).catch((fault) => log.debug({ err: fault }, 'the registry could not be read yet'))
  })
  const beating = setInterval(tellAll, HEARTBEAT_MS).unref()
  const leave = async (instance: Instance) => {
    const key = keyOf(instance)
    if (!registered.delete(key)) return
    known.left(key)
    await tell((bucket) => bucket.delete(key))
  }
  return {
    async register(instance) {
      asToken(instance.service)
      asId(instance.id)
      registered.set(keyOf(instance), instance)
      known.heard(instance, performance.now())
      await tellOf(instance)
      return () => leave(instance)
    },
    instancesOf: (service) => known.all().filter((one) => one.service === service),
    all: () => known.all(),
    async close() {
      clearInterval(beating)
      hush()
      await Promise.all([...registered.values()].map(leave))
      await looking.stop()
    },
  }
}

const open = (connection: NatsConnection): Promise<KV> => new Kvm(connection).open(BUCKET)

async function keysIn(connection: NatsConnection): Promise<string[]> {
  const manager = await jetstreamManager(connection, { checkAPI: false })
  const { state } = await manager.streams.info(`KV_${BUCKET}`, { subjects_filter: `${REGISTRY_PREFIX}>` })
  return Object.keys(state.subjects ?? {}).map((subject) => subject.slice(REGISTRY_PREFIX.length))
}
