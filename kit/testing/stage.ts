import type { Call, Sent } from '../contract/call.ts'
import type { Announcement, StoredEvent } from '../contract/event.ts'
import { bodyOf, type Reply, type Result } from '../contract/outcome.ts'
import type { DatabaseAddress } from '../database/connect.ts'
import {
  type FaultyTransport,
  faultyTransport,
  LostOnTheWay,
  type TransportFaults,
} from '../messaging/faulty-transport.ts'
import { inProcessTransport, type Transport } from '../messaging/transport.ts'
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
  /** Hands events to the transport once more, as a relay does that does not know it had. */
  republish(events: readonly StoredEvent[]): Promise<void>
  /** From now on the transport carries everything as it should. */
  heal(): void
  /** Where a service on the stage keeps its tables. */
  databaseOf(service: string): DatabaseAddress
  /** Works until no event, saga or queue is left. */
  settle(): Promise<void>
  stop(): Promise<void>
}

export interface StageOptions {
  cluster: DatabaseAddress
  seed?: number
  /** Answers for services that are not on the stage, by contract name. */
  others?: Dispatch
  /** What goes wrong between the services, until the stage is healed. */
  faults?: TransportFaults
  /** How many of each service work on its database; one unless told otherwise. */
  replicas?: number
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
  const faulty = faultyTransport(inProcessTransport(), options.faults ?? { seed: 0 })
  const transport = listenedTo(faulty, heard)
  const { dispatch, add } = inProcessDispatch()
  const names = new Set(definitions.map(({ name }) => name))
  const carry: Dispatch = (contract, input, context) =>
    names.has(contract.service) || !options.others
      ? dispatch(contract, input, context)
      : options.others(contract, input, context)
  const databases = new Map<string, TestDatabase>()
  const running: RunningService[] = []
  for (const definition of definitions) {
    const database = await cloneDatabase(options.cluster, definition)
    databases.set(definition.name, database)
    const parts = { environment, database: database.address, transport, dispatch: carry, connections: 8 }
    for (let replica = 0; replica < (options.replicas ?? 1); replica++) {
      const one = await openService(definition, parts)
      add(definition.name, one.answer)
      running.push(one)
    }
  }
  const reply: Stage['reply'] = (contract, input, { as = internal, key, ifMatch, upload } = {}) =>
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
    republish: (events) => faulty.publish(events),
    heal: faulty.heal,
    databaseOf(service) {
      const database = databases.get(service)
      if (!database) throw new Error(`${service} is not on this stage`)
      return database.address
    },
    async settle() {
      for (let done = 1; done > 0; ) {
        const counts = await Promise.all(running.map((one) => one.settle().catch(triedAgain)))
        done = counts.reduce((a, b) => a + b, 0)
      }
    },
    async stop() {
      await Promise.all(running.map((one) => one.stop()))
      await Promise.all([...databases.values()].map((one) => one.drop()))
    },
  }
}

/** What was lost on purpose is still to be done. */
function triedAgain(fault: unknown): number {
  if (fault instanceof LostOnTheWay) return 1
  throw fault
}

/** A transport with an ear on everything it took. */
function listenedTo(transport: FaultyTransport, heard: StoredEvent[]): Transport {
  return {
    subscribe: transport.subscribe,
    async publish(events) {
      await transport.publish(events)
      heard.push(...events)
    },
  }
}
