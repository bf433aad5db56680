import { setTimeout as pause } from 'node:timers/promises'
import { jetstreamManager } from '@nats-io/jetstream'
import type { NatsConnection } from '@nats-io/transport-node'
import { drain } from '../messaging/drain.ts'
import type { Keeping } from '../messaging/transport.ts'
import { seconds } from '../runtime/clock.ts'
import type { Log } from '../telemetry/log.ts'
import type { Link } from './link.ts'
import { STREAM } from './names.ts'

const LOOKS_EVERY_MS = seconds(1)
const ANSWERS_WITHIN_MS = seconds(1)

/** Which stream of which broker events are kept in, as far as known. */
export interface KeepingWatch {
  current(): Keeping | undefined
  /** Waits until it is known, for so long. */
  known(withinMs: number): Promise<Keeping | undefined>
  stop(): Promise<void>
}

/** Looks at each connection and every second: a stream may be lost with the broker's disk, or under our eyes. */
export function watchKeeping(link: Link, log: Log): KeepingWatch {
  let keeping: Keeping | undefined
  let connections = 0
  let learnt = Promise.withResolvers<void>()
  const looking = drain(
    async () => {
      const [connection, seen] = [link.current(), connections]
      const found = connection && (await readKeeping(connection))
      if (seen !== connections) return 0
      keeping = found
      if (found) {
        learnt.resolve()
        learnt = Promise.withResolvers<void>()
      }
      return 0
    },
    { everyMs: LOOKS_EVERY_MS, log },
  )
  const hush = link.onUp(() => {
    connections++
    keeping = undefined
    looking.wake()
  })
  const current = () => (link.current() ? keeping : undefined)
  return {
    current,
    async known(withinMs) {
      const patience = new AbortController()
      if (!current())
        await Promise.race([
          learnt.promise,
          pause(withinMs, undefined, { signal: patience.signal }).catch(() => {}),
        ])
      patience.abort()
      return current()
    },
    async stop() {
      hush()
      await looking.stop()
    },
  }
}

/** Nothing where there is no stream, or no answer. */
async function readKeeping(connection: NatsConnection): Promise<Keeping | undefined> {
  const manager = await jetstreamManager(connection, { checkAPI: false, timeout: ANSWERS_WITHIN_MS })
  try {
    const { created } = await manager.streams.info(STREAM)
    return { stream: created, run: connection.info?.server_id ?? '' }
  } catch {
    return undefined
  }
}
