import { setTimeout as pause } from 'node:timers/promises'
import { connect, type NatsConnection } from '@nats-io/transport-node'
import type { Log } from '../telemetry/log.ts'
import { inboxOf } from './names.ts'

export interface BrokerAddress {
  /** `host:port`, of each server of a cluster. */
  readonly servers: readonly string[]
  readonly user: string
  readonly password: string
}

/** The one connection of a process to the broker, whether there is one just now or not. */
export interface Link {
  /** The connection, while the broker is there. */
  current(): NatsConnection | undefined
  /** Told at every connection made, the first and each later one, and at once where there is one. */
  onUp(heard: (connection: NatsConnection) => void): () => void
  /** Told whenever the broker has gone away. */
  onDown(heard: () => void): () => void
  close(): Promise<void>
}

const AGAIN_MS = 250
const HANDSHAKE_MS = 2_000
/** A broker that stands still is given up after three of these. */
const PING_MS = 4_000

/** Connects in the background, again and again for ever: services start in any order. */
export function openLink({ servers, user, password }: BrokerAddress, log: Log): Link {
  const closing = new AbortController()
  const heard = new Set<(connection: NatsConnection) => void>()
  let connection: NatsConnection | undefined
  let isUp = false
  const heardFall = new Set<() => void>()
  const up = (made: NatsConnection) => {
    isUp = true
    log.info({ broker: made.getServer() }, 'connected to the broker')
    for (const one of heard) one(made)
  }
  const options = {
    servers: [...servers],
    user,
    pass: password,
    name: user,
    inboxPrefix: inboxOf(user),
    timeout: HANDSHAKE_MS,
    maxReconnectAttempts: -1,
    ignoreAuthErrorAbort: true,
    reconnectTimeWait: AGAIN_MS,
    reconnectJitter: AGAIN_MS,
    pingInterval: PING_MS,
    noAsyncTraces: true,
  }
  const opening = (async () => {
    // The library's own waiting for a first connection cannot be ended.
    for (let told = ''; !closing.signal.aborted; ) {
      try {
        connection = await connect(options)
        break
      } catch (fault) {
        const why = String(fault)
        if (why !== told) log.warn({ err: fault }, 'the broker is not there yet')
        told = why
        await pause(AGAIN_MS, undefined, { signal: closing.signal }).catch(() => {})
      }
    }
    if (!connection || closing.signal.aborted) return await connection?.close()
    void follow(connection, {
      up: () => up(connection as NatsConnection),
      down: () => {
        isUp = false
        for (const one of heardFall) one()
        if (!closing.signal.aborted) log.warn({}, 'the broker is away')
      },
      fault: (fault) => log.error({ err: fault }, 'the broker refused'),
    })
    up(connection)
  })()
  return {
    current: () => (isUp ? connection : undefined),
    onUp(listener) {
      heard.add(listener)
      if (isUp && connection) listener(connection)
      return () => void heard.delete(listener)
    },
    onDown(listener) {
      heardFall.add(listener)
      return () => void heardFall.delete(listener)
    },
    async close() {
      closing.abort()
      await opening
      if (isUp) await connection?.drain().catch(() => {})
      await connection?.close()
    },
  }
}

interface Followed {
  up(): void
  down(): void
  fault(fault: Error): void
}

async function follow(connection: NatsConnection, { up, down, fault }: Followed): Promise<void> {
  for await (const status of connection.status()) {
    if (status.type === 'disconnect') down()
    if (status.type === 'reconnect') up()
    if (status.type === 'error') fault(status.error)
  }
}
