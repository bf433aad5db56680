import type { Sql } from '../database/connect.ts'
import { drain } from '../messaging/drain.ts'
import { days, minutes, seconds } from '../runtime/clock.ts'
import { newTrace } from '../telemetry/trace-context.ts'
import type { ServiceDefinition } from './definition.ts'
import type { Environment } from './environment.ts'
import { ownContext, type RoomMaker } from './room-maker.ts'

interface RepeaterParts<Store> {
  definition: ServiceDefinition<Store>
  environment: Environment
  rooms: RoomMaker<Store>
  sql: Sql
}

export interface Repeater {
  /** Begins a turn of that work now, or another one after that under way. */
  wake(name: string): void
  /** Runs each work until it finds nothing more to do; for tests. */
  settle(): Promise<number>
  stop(): Promise<void>
}

/** What is woken by several commits at once is done in one turn; under load many commits are. */
const GATHER_MS = 4
const APART_MS = 25

/** Runs a service's repeated work. Every replica does, so the work claims the rows it handles. */
export function repeater<Store>({ definition, environment, rooms, sql }: RepeaterParts<Store>): Repeater {
  const { log } = environment
  const roomFor = (work: string) => {
    const deadline = environment.clock.now() + seconds(30)
    const context = ownContext(definition.name, newTrace(environment.random, false), deadline)
    return rooms.process({ ...context, work })
  }
  const drains = new Map(
    (definition.repeats ?? []).map(({ name, everyMs, run }) => [
      name,
      drain(() => run(roomFor(name)), { everyMs, log, gatherMs: GATHER_MS, apartMs: APART_MS }),
    ]),
  )
  const work = [...drains.values()]
  const sweeping = drain(() => sweep(sql), { everyMs: minutes(10), log })
  return {
    wake(name) {
      const drain = drains.get(name)
      if (!drain) throw new Error(`${definition.name} repeats nothing called ${name}`)
      drain.wake()
    },
    async settle() {
      const counts = await Promise.all(work.map((one) => one.settle()))
      return counts.reduce((a, b) => a + b, 0)
    },
    async stop() {
      await Promise.all([...work, sweeping].map((one) => one.stop()))
    },
  }
}

const KEPT_MS = days(7)

/** Forgets what has served: published events past the replay window and old idempotency keys, a bounded lot each turn. */
async function sweep(sql: Sql): Promise<number> {
  const before = `${KEPT_MS} milliseconds`
  const gone = await Promise.all([
    sql`delete from outbox where position in (
      select position from outbox where published_at < now() - ${before}::interval limit 1000)`,
    sql`delete from inbox where position in (
      select position from inbox where state = 'applied' and time < now() - ${before}::interval limit 1000)`,
    sql`delete from idempotency where (principal, key) in (
      select principal, key from idempotency where claimed_at < now() - ${before}::interval limit 1000)`,
  ])
  return gone.reduce((count, { count: deleted }) => count + deleted, 0)
}
