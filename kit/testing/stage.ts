import type { Call, Sent } from '../contract/call.ts'
import type { Announcement, StoredEvent } from '../contract/event.ts'
import { bodyOf, type Reply, type Result } from '../contract/outcome.ts'
import { connect, type DatabaseAddress } from '../database/connect.ts'
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
import { createMemory, type Memory } from '../telemetry/memory.ts'
import { createMetrics } from '../telemetry/metrics.ts'
import { newTrace, type TraceContext } from '../telemetry/trace-context.ts'
import { recordingTracers } from '../telemetry/tracer.ts'
import { cloneDatabase, type TestDatabase } from './databases.ts'

export const staff: Caller = { kind: 'staff', id: 'staff_test', scopes: ['admin'] }
export const guest: Caller = { kind: 'guest', address: '127.0.0.1' }
export const internal: Caller = { kind: 'service', name: 'test' }

export interface AskOptions {
  as?: Caller
  key?: string
  ifMatch?: string
  upload?: Upload
  /** Nobody records anything unless told otherwise. */
  trace?: TraceContext
}

/** Real services on a real PostgreSQL, with the clock in the test's hand. */
export interface Stage {
  readonly clock: ReturnType<typeof handClock>
  /** What was recorded of calls, events and traces. */
  readonly memory: Memory
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
  /** The same for whoever only reads them. */
  readerOf(service: string): DatabaseAddress
  /** Works until no event, saga or queue is left. */
  settle(): Promise<void>
  /** Works and lets the pauses between attempts pass, until something is so. */
  settleUntil(isSo: () => Promise<boolean>): Promise<void>
  /** Stops the services; their databases stay until `stop`. */
  close(): Promise<void>
  stop(): Promise<void>
}

export interface StageOptions {
  cluster: DatabaseAddress
  seed?: number
  /** Answers for services that are not on the stage, by contract name. */
  others?: Dispatch
  shownToOperators?: ReadonlySet<string>
  /** What goes wrong between the services, until the stage is healed. */
  faults?: TransportFaults
  /** How many of each service work on its database; one unless told otherwise. */
  replicas?: number
}

/** More than anything is tried before it is given up. */
const MOST_TURNS = 60

export async function openStage(
  definitions: readonly ServiceDefinition[],
  options: StageOptions,
): Promise<Stage> {
  const clock = handClock(Date.now())
  const random = seededRandom(options.seed ?? 1)
  const shown = options.shownToOperators ?? new Set<string>()
  const memory = createMemory({ process: 'stage', clock, spans: 1_000, lines: 100, shown })
  const environment: Environment = {
    clock,
    random,
    ids: timeOrderedIds(clock, random),
    log: silentLog,
    memory,
    metrics: createMetrics(),
    tracer: recordingTracers({ clock, random, keep: memory.keepSpan }),
    checksAnswers: true,
  }
  const heard: StoredEvent[] = []
  const faulty = faultyTransport(inProcessTransport(definitions), options.faults ?? { seed: 0 })
  const transport = listenedTo(faulty, heard)
  const { dispatch, add } = inProcessDispatch()
  const names = new Set(definitions.map(({ name }) => name))
  const carry: Dispatch = (contract, input, context) =>
    names.has(contract.service) || !options.others
      ? dispatch(contract, input, context)
      : options.others(contract, input, context)
  const databases = await Promise.all(definitions.map((one) => cloneDatabase(options.cluster, one)))
  const databaseOn = (service: string): TestDatabase => {
    const database = databases[definitions.findIndex(({ name }) => name === service)]
    if (!database) throw new Error(`${service} is not on this stage`)
    return database
  }
  const running: RunningService[] = []
  for (const [index, definition] of definitions.entries()) {
    const { address } = databases[index] as TestDatabase
    const { shownToOperators } = options
    const own = {
      environment,
      database: address,
      connections: 8,
      ...(shownToOperators && { shownToOperators }),
    }
    for (let replica = 0; replica < (options.replicas ?? 1); replica++) {
      const one = await openService(definition, { ...own, transport, dispatch: carry })
      add(definition.name, one.answer)
      running.push(one)
    }
  }
  const reply: Stage['reply'] = async (
    contract,
    input,
    { as = internal, key, ifMatch, upload, trace } = {},
  ) =>
    carry(contract, input as Record<string, unknown>, {
      caller: as,
      trace: trace ?? newTrace(random, false),
      deadline: clock.now() + 10_000,
      idempotencyKey: key,
      ifMatch,
      upload,
    })
  const settle = async () => {
    for (let done = 1; done > 0; ) {
      const counts = await Promise.all(running.map((one) => one.settle().catch(triedAgain)))
      done = counts.reduce((a, b) => a + b, 0)
    }
  }
  let closing: Promise<unknown> | undefined
  const close = async () => {
    closing ??= Promise.all(running.map((one) => one.stop()))
    await closing
  }
  return {
    clock,
    memory,
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
    databaseOf: (service) => databaseOn(service).address,
    readerOf: (service) => databaseOn(service).reader,
    settle,
    async settleUntil(isSo) {
      for (let turn = 0; turn < MOST_TURNS; turn++) {
        await settle()
        if (await isSo()) return
        await Promise.all(databases.map(({ address }) => skipPauses(address)))
      }
      throw new Error('it never came to that')
    },
    close,
    async stop() {
      await close()
      await Promise.all(databases.map((one) => one.drop()))
    },
  }
}

/** The pauses are counted by the database's clock, which is in nobody's hand. */
async function skipPauses(address: DatabaseAddress): Promise<void> {
  const sql = connect(address, { connections: 1 })
  await sql`update inbox set due_at = now() where state = 'waiting'`
  await sql`update saga set due_at = now() where state in ('running', 'waiting', 'undoing')`
  await sql.end()
}

/** What was lost on purpose is still to be done. */
function triedAgain(fault: unknown): number {
  if (fault instanceof LostOnTheWay) return 1
  throw fault
}

/** A transport with an ear on everything it took: nothing on a stage is unheard. */
function listenedTo(transport: FaultyTransport, heard: StoredEvent[]): Transport {
  return {
    subscribe: transport.subscribe,
    isHeard: () => true,
    async publish(events) {
      await transport.publish(events)
      heard.push(...events)
    },
  }
}
