import type { StoredEvent } from '../contract/event.ts'
import { connect, type DatabaseAddress, type Sql } from '../database/connect.ts'
import { drain } from '../messaging/drain.ts'
import { applyBatch, INBOX_PORTION, storeInInbox } from '../messaging/inbox.ts'
import { RELAY_PORTION, relayBatch } from '../messaging/outbox.ts'
import { republisher } from '../messaging/republish.ts'
import type { Transport } from '../messaging/transport.ts'
import { seconds } from '../runtime/clock.ts'
import { crashPoint } from '../runtime/crash-point.ts'
import { conductor } from '../saga/conductor.ts'
import { DUE_PORTION, freeLeases } from '../saga/journal.ts'
import type { TraceContext } from '../telemetry/trace-context.ts'
import type { ServiceDefinition } from './definition.ts'
import { type Dispatch, Unavailable } from './dispatch.ts'
import { openDoor } from './door.ts'
import type { Environment } from './environment.ts'
import { eventLag, gauges } from './gauges.ts'
import { freeKeys } from './idempotency.ts'
import { lookout } from './lookout.ts'
import { operatorsFront } from './operators/open-front.ts'
import { presence } from './presence.ts'
import { reactor } from './reactor.ts'
import { repeater } from './repeater.ts'
import { ownContext, type RoomMaker, type RoomMakerParts, roomMaker, traceOf } from './room-maker.ts'
import { watchCalls } from './watch-calls.ts'

export interface ServiceParts {
  readonly environment: Environment
  readonly database: DatabaseAddress
  readonly transport: Transport
  /** Carries what this service asks of others. */
  readonly dispatch: Dispatch
  readonly connections?: number
  /** No other process opens this database: what a dead one was conducting is taken up at once. */
  readonly isAlone?: boolean
  /** Names of text fields operators may read in memories and events; numbers they always see. */
  readonly shownToOperators?: ReadonlySet<string>
}

/** A service that is up: its door, and the work it does by itself. */
export interface RunningService {
  readonly name: string
  /** Names this instance, in leases too. */
  readonly instance: string
  readonly answer: Dispatch
  /** Seconds the oldest event not yet sent or applied has waited. */
  eventLag(): Promise<number>
  /** Whether its database answers. */
  isReady(): Promise<boolean>
  /** Works off its outbox, inbox, due sagas and repeated work; returns how much there was. */
  settle(): Promise<number>
  stop(): Promise<void>
}

/** Under load a few milliseconds gather many events into one transaction; a single one hardly notices. */
const GATHER_MS = 4
const APART_MS = 25

/** Opens a service on its database. The same call serves a laptop's one process and a fleet's many. */
export async function openService<Store>(
  definition: ServiceDefinition<Store>,
  parts: ServiceParts,
): Promise<RunningService> {
  const { transport } = parts
  const log = parts.environment.log.child({ service: definition.name })
  const environment = { ...parts.environment, log }
  const sql = connect(parts.database, { connections: parts.connections ?? 10 })
  const owner = environment.ids.next('proc')
  const roomParts: Omit<RoomMakerParts<Store>, 'definition'> = {
    sql,
    environment,
    dispatch: watchCalls(parts.dispatch, definition.name, environment),
    owner,
    isHeard: (type) => transport.isHeard(type),
    wake: (repeat) => repeats.wake(repeat),
    committed: ({ events, sagas }) => {
      if (events) relay.wake()
      if (sagas) sagaWork.wake()
    },
    started: (row) => sagas.started(row),
    conduct: (name, key) => sagas.conduct(name, key),
  }
  const rooms: RoomMaker<Store> = roomMaker({ ...roomParts, definition })
  if (parts.isAlone)
    await Promise.all([freeLeases(sql), freeKeys(sql), definition.free?.(definition.store(sql))])
  // Where nobody else can be at work there is nobody to be told.
  const present = parts.isAlone ? undefined : await presence({ database: parts.database, owner, log })
  const sagas = conductor<Store>({ ...conductorParts(definition, environment, sql, rooms), owner, log })
  const relaxed = connect(parts.database, { connections: 1, isRelaxed: true })
  const publish = async (events: readonly StoredEvent[]) => {
    crashPoint(definition.name, 'relay', 'before-publish')
    await transport.publish(events)
    crashPoint(definition.name, 'relay', 'after-publish')
  }
  const again = republisher({ sql, source: definition.name, transport, publish, log })
  const send = async () => {
    // Without its broker nothing leaves; the lookout wakes the relay when there is one.
    if (transport.keeping && !transport.keeping()) return 0
    const count = await again.turn()
    return again.isDue() ? count : count + (await relayBatch(relaxed, definition.name, publish))
  }
  const relay = drain(send, {
    log,
    portion: RELAY_PORTION,
    gatherMs: GATHER_MS,
    apartMs: APART_MS,
  })
  const reactions = reactor({ definition, environment, rooms })
  const hears = [...new Set((definition.hears ?? []).map(({ event }) => event.type))]
  const inbox = drain(() => applyBatch(sql, reactions.apply, { keyOf: reactions.keyOf, hears }), {
    log,
    portion: INBOX_PORTION,
    gatherMs: GATHER_MS,
    apartMs: APART_MS,
  })
  const sagaWork = drain(() => sagas.conductDue(), { log, portion: DUE_PORTION })
  const subscription = {
    consumer: definition.name,
    types: new Set(hears),
    async store(events: readonly StoredEvent[]) {
      await storeInInbox(sql, events)
      crashPoint(definition.name, 'inbox', 'stored')
      inbox.wake()
    },
  }
  const unsubscribe = hears.length > 0 ? transport.subscribe(subscription) : () => {}
  const watch = lookout({
    ...{ sql, log, relay, inbox, sagas: sagaWork, isRepublishingDue: again.isDue },
    wanted: sagas.wanted,
  })
  const repeats = repeater({ definition, environment, rooms, sql })
  // Apart, so that it goes on listening when the others are given up; it opens nothing where nothing is listened for.
  const ears = connect(parts.database, { connections: 1 })
  const listening = await Promise.all(
    (definition.listens ?? []).map(({ channel, heard, missed }) => ears.listen(channel, heard, missed)),
  )
  gauges(environment.metrics, definition, sql)
  const door = openDoor({ definition, environment, rooms, sql, owner })
  const lagging = async () => {
    const { outbox, inbox } = await eventLag(sql)
    return Math.max(outbox, inbox)
  }
  const front = operatorsFront(roomParts, {
    ...{ service: definition.name, instance: owner, eventLag: lagging },
    sagas: definition.sagas ?? [],
    shown: parts.shownToOperators ?? new Set(),
    memory: environment.memory,
    wakeSagas: () => sagaWork.wake(),
    wakeInbox: () => inbox.wake(),
  })
  return {
    name: definition.name,
    instance: owner,
    eventLag: lagging,
    answer: (contract, input, context) =>
      front.has(contract.name) ? front.answer(contract, input, context) : door(contract, input, context),
    isReady: async () => (await sql`select 1 as one`).length === 1,
    settle: async () =>
      (await relay.settle()) + (await inbox.settle()) + (await sagaWork.settle()) + (await repeats.settle()),
    async stop() {
      await Promise.all([repeats.stop(), watch.stop()])
      await Promise.all([sagaWork.stop(), relay.stop()])
      unsubscribe()
      await inbox.stop()
      await Promise.all(listening.map((one) => one.unlisten()))
      await present?.stop()
      await Promise.all([sql, relaxed, ears].map((pool) => pool.end({ timeout: 5 })))
    },
  }
}

function conductorParts<Store>(
  definition: ServiceDefinition<Store>,
  environment: Environment,
  sql: Sql,
  rooms: RoomMaker<Store>,
) {
  const tracer = environment.tracer(definition.name)
  type Row = { id: string; name: string; key: string; traceparent: string | null }
  const begin = (row: Row, step: string) =>
    tracer.start(`${row.name}: ${step}`, traceOf(row.traceparent, environment), {
      attributes: { 'souk.saga.id': row.id, 'souk.saga.step': step },
    })
  const contextOf = (trace: TraceContext) =>
    ownContext(definition.name, trace, environment.clock.now() + seconds(15))
  const sagas = definition.sagas ?? []
  const selfContained = new Set(sagas.filter((saga) => saga.keepsToItsKey).map(({ name }) => name))
  return {
    sql,
    sagas,
    clock: environment.clock,
    isAway: (fault: unknown) => fault instanceof Unavailable,
    processRoom: (row: Row, step: string) => {
      const span = begin(row, step)
      const work = `${row.name}/${step.replace(' ', '-')}`
      crashPoint(definition.name, work, 'before-asking')
      return {
        room: rooms.process({ ...contextOf(span.context), work }),
        end(fault?: unknown) {
          span.end(fault)
          if (fault === undefined) crashPoint(definition.name, work, 'after-answer')
        },
      }
    },
    transaction: async <T>(
      row: Row,
      step: string,
      work: Parameters<typeof rooms.transaction<T>>[1],
    ): Promise<T> => {
      const span = begin(row, step)
      const touches = selfContained.has(row.name) ? row.key : undefined
      try {
        const done = await rooms.transaction(
          { ...contextOf(span.context), work: `${row.name}/${step}`, touches },
          work,
        )
        span.end()
        return done
      } catch (fault) {
        span.end(fault)
        throw fault
      }
    },
  }
}
