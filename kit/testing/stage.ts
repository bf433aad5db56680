import type { Call, Sent } from '../contract/call.ts'
import type { Announcement, StoredEvent } from '../contract/event.ts'
import { bodyOf, type Reply, type Result } from '../contract/outcome.ts'
import type { DatabaseAddress } from '../database/connect.ts'
import { inProcessTransport } from '../messaging/transport.ts'
import { handClock, toTimestamp } from '../runtime/clock.ts'
import { timeOrderedIds } from '../runtime/ids.ts'
import { seededRandom } from '../runtime/random.ts'
import type { Caller } from '../service/caller.ts'
import type { ServiceDefinition } from '../service/definition.ts'
import { type Dispatch, inProcessDispatch } from '../service/dispatch.ts'
import type { Environment } from '../service/environment.ts'
import { openService, type RunningService } from '../service/open-service.ts'
import type { Upload } from '../service/rooms.ts'
import { silentLog } from '../telemetry/log.ts'
import { createMetrics } from '../telemetry/metrics.ts'
import { newTrace } from '../telemetry/trace-context.ts'
import { silentTracer } from '../telemetry/tracer.ts'
import { cloneDatabase, type TestDatabase } from './databases.ts'

export const staff: Caller = { kind: 'staff', id: 'staff_test', scopes: ['admin'] }
export const guest: Caller = { kind: 'guest', address: '127.0.0.1' }
export const internal: Caller = { kind: 'service', name: 'test' }

export interface AskOptions {
  as?: Caller
  key?: string
  ifMatch?: string
  upload?: Upload
}

/** Real services on a real PostgreSQL, with the clock in the test's hand. */
export interface Stage {
  readonly clock: ReturnType<typeof handClock>
  /** Asks through the front door; `internal` unless told otherwise. */
  ask<C extends Call>(contract: C, input: Sent<C>, options?: AskOptions): Promise<Result<C>>
  /** The reply as it leaves the door, with its status and whether it was replayed. */
  reply(contract: Call, input: object, options?: AskOptions): Promise<Reply>
  /** Lets the services hear an event as if another one had announced it. */
  announce(event: Announcement): Promise<void>
  /** Everything announced so far, oldest first; of one type when given. */
  announced(type?: { readonly type: string }): StoredEvent[]
  /** Works until no event, saga or queue is left. */
  settle(): Promise<void>
  stop(): Promise<void>
}

export interface StageOptions {
  cluster: DatabaseAddress
  seed?: number
  /** Answers for services that are not on the stage, by contract name. */
  others?: Dispatch
}

export async function openStage(
  definitions: readonly ServiceDefinition[],
  options: StageOptions,
): Promise<Stage> {
  const clock = handClock(Date.now())
  const random = seededRandom(options.seed ?? 1)
  const environment: Environment = {
    clock,
    random,
    ids: timeOrderedIds(clock, random),
    log: silentLog,
    metrics: createMetrics(),
    tracer: () => silentTracer,
    checksAnswers: true,
  }
  const heard: StoredEvent[] = []
  const transport = listenedTo(heard)
  const { dispatch, add } = inProcessDispatch()
  const names = new Set(definitions.map(({ name }) => name))
  const carry: Dispatch = (contract, input, context) =>
    names.has(contract.service) || !options.others
      ? dispatch(contract, input, context)
      : options.others(contract, input, context)
  const databases: TestDatabase[] = []
  const running: RunningService[] = []
  for (const definition of definitions) {
    const database = await cloneDatabase(options.cluster, definition)
    databases.push(database)
    const one = await openService(definition, {
      environment,
      database: database.address,
      transport,
      dispatch: carry,
      connections: 8,
    })
    add(definition.name, one.answer)
    running.push(one)
  }
  const reply: Stage['reply'] = async (contract, input, { as = internal, key, ifMatch, upload } = {}) =>
    carry(contract, input as Record<string, unknown>, {
      caller: as,
      trace: newTrace(random, false),
      deadline: clock.now() + 10_000,
      idempotencyKey: key,
      ifMatch,
      upload,
    })
  return {
    clock,
    reply,
    async ask(contract, input, given) {
      const made = await reply(contract, input as object, given)
      const result = made.ok
        ? { ok: true, status: made.status, body: bodyOf(made) }
        : { ok: false, refusal: made.refusal }
      return result as Result<typeof contract>
    },
    async announce(event) {
      const id = environment.ids.next('evt')
      await transport.publish([{ ...event, id, source: 'test', time: toTimestamp(clock.now()) }])
    },
    announced: (type) => (type ? heard.filter((event) => event.type === type.type) : heard),
    async settle() {
      for (let done = 1; done > 0; ) {
        const counts = await Promise.all(running.map((one) => one.settle()))
        done = counts.reduce((a, b) => a + b, 0)
      }
    },
    async stop() {
      await Promise.all(running.map((one) => one.stop()))
      await Promise.all(databases.map((one) => one.drop()))
    },
  }
}

/** The in-process transport, with an ear on everything published. */
function listenedTo(heard: StoredEvent[]) {
  const transport = inProcessTransport()
  return {
    ...transport,
    async publish(events: readonly StoredEvent[]) {
      await transport.publish(events)
      heard.push(...events)
    },
  }
}
