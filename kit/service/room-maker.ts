import type { Announcement, StoredEvent } from '../contract/event.ts'
import { isRefusal } from '../contract/refusal.ts'
import type { Sql, Transaction } from '../database/connect.ts'
import type { Last } from '../database/transact.ts'
import { type Forgetting, forgetInRecords } from '../messaging/forget-in-records.ts'
import { announced, storeInOutbox } from '../messaging/outbox.ts'
import { toTimestamp } from '../runtime/clock.ts'
import { crashPoint } from '../runtime/crash-point.ts'
import type { SagaDefinition, SagaView } from '../saga/definition.ts'
import { addSaga, type SagaRow, signalSaga } from '../saga/journal.ts'
import { logUnder } from '../telemetry/log.ts'
import { newTrace, readTraceparent, type TraceContext, writeTraceparent } from '../telemetry/trace-context.ts'
import type { Span } from '../telemetry/tracer.ts'
import type { CallContext } from './context.ts'
import type { ServiceDefinition } from './definition.ts'
import { askWith, type Dispatch } from './dispatch.ts'
import type { Environment } from './environment.ts'
import type { FeatureRoom, ProcessRoom, QueryRoom, Room, SagaStarter } from './rooms.ts'
import { speakUnder } from './speak.ts'
import { watchTransactions } from './watch-transactions.ts'

export interface RoomMakerParts<Store> {
  readonly definition: Pick<ServiceDefinition<Store>, 'name' | 'store'>
  readonly sql: Sql
  readonly environment: Environment
  readonly dispatch: Dispatch
  /** Names this process in leases. */
  readonly owner: string
  readonly isHeard: (type: string) => boolean
  readonly wake: (repeat: string) => void
  /** Told after each commit that stored events somebody hears, or moved sagas. */
  readonly committed: (what: { events: boolean; sagas: boolean }) => void
  /** A saga was stored and its lease is ours: whoever conducts it need not claim it. */
  readonly started: (row: SagaRow) => void
  readonly conduct: (name: string, key: string) => Promise<SagaView<unknown>>
}

/** Makes the rooms that features, queries, processes, reactions and sagas work in. */
export interface RoomMaker<Store> {
  query(context: CallContext): QueryRoom<Store>
  process(context: CallContext): ProcessRoom<Store>
  transaction<T>(
    context: CallContext,
    work: (room: FeatureRoom<Store>, tx: Transaction, last: Last) => Promise<T>,
  ): Promise<T>
  /** A room within a transaction somebody else began; `finish` before its commit, `afterwards` after it. */
  within(
    tx: Transaction,
    context: CallContext,
  ): { room: FeatureRoom<Store>; finish(last: Last): void; afterwards(): void }
}

export function roomMaker<Store>(parts: RoomMakerParts<Store>): RoomMaker<Store> {
  const { definition, sql, environment, dispatch } = parts
  const poolStore = definition.store(sql)
  const base = (context: CallContext, store: Store): Room<Store> => ({
    store,
    caller: context.caller,
    trace: context.trace,
    clock: environment.clock,
    ids: environment.ids,
    random: environment.random,
    log: logUnder(environment.log, context.trace),
    idempotencyKey: context.idempotencyKey,
    ifMatch: context.ifMatch,
  })
  const query = (context: CallContext): QueryRoom<Store> => ({
    ...base(context, poolStore),
    ask: askWith(dispatch, () => ({
      caller: { kind: 'service', name: definition.name },
      trace: context.trace,
      deadline: context.deadline,
    })),
  })
  const within = (tx: Transaction, context: CallContext) => {
    const open = openTransaction(parts, tx, context)
    const room: FeatureRoom<Store> = { ...base(context, definition.store(tx)), ...open.offers }
    return { room, finish: open.finish, afterwards: open.afterwards }
  }
  const transacting = watchTransactions(sql, environment.tracer(definition.name))
  const transaction: RoomMaker<Store>['transaction'] = async (context, work) => {
    let afterwards = () => {}
    const result = await transacting(context, async (tx, last) => {
      const open = within(tx, context)
      const done = await work(open.room, tx, last)
      open.finish(last)
      afterwards = open.afterwards
      crashPoint(definition.name, context.work ?? '', 'before-commit')
      return done
    })
    if (isRefusal(result)) return result
    crashPoint(definition.name, context.work ?? '', 'after-commit')
    afterwards()
    return result
  }
  const process = (context: CallContext): ProcessRoom<Store> => ({
    ...query(context),
    holder: parts.owner,
    speak: speakUnder(definition.name, context.trace, environment),
    upload: context.upload,
    claim: context.claim,
    transaction: (work, touches) => transaction({ ...context, touches }, work),
    conduct: async <Memory>(saga: SagaDefinition<Store, Memory>, key: string) =>
      (await parts.conduct(saga.name, key)) as SagaView<Memory>,
  })
  return { query, process, transaction, within }
}

function openTransaction<Store>(
  { definition, environment, owner, isHeard, wake, committed, started }: RoomMakerParts<Store>,
  tx: Transaction,
  context: CallContext,
) {
  const tracer = environment.tracer(definition.name)
  const events: StoredEvent[] = []
  const spans: Span[] = []
  const later: (() => void)[] = []
  let movesSagas = false
  const traceparent = writeTraceparent(context.trace)
  const add = (
    { name, within }: { name: string; within: number },
    { key, memory, owner }: { key: string; memory: unknown; owner: string | null },
  ) => {
    const startedAt = toTimestamp(environment.clock.now())
    const id = environment.ids.next('saga')
    return addSaga(tx, { id, name, key, memory, owner, withinMs: within, startedAt, traceparent })
  }
  const sagas: SagaStarter = {
    async start(saga, key, memory) {
      const row = await add(saga, { key, memory, owner })
      later.push(() => started(row))
    },
    async leave(saga, key, memory) {
      await add(saga, { key, memory, owner: null })
      movesSagas = true
    },
    async signal(saga, key) {
      if (await signalSaga(tx, saga.name, key)) movesSagas = true
    },
  }
  const publish = (event: Announcement, trace: TraceContext = context.trace) => {
    const id = environment.ids.next('evt')
    const attributes = { 'souk.event.id': id, 'souk.event.type': event.type }
    const span = tracer.start(`announce ${event.type}`, trace, { kind: 'producer', attributes })
    spans.push(span)
    const made = {
      id,
      source: definition.name,
      time: toTimestamp(environment.clock.now()),
      traceparent: writeTraceparent(span.context),
    }
    events.push(announced(event, made))
  }
  return {
    offers: {
      publish,
      sagas,
      forget: (who: Forgetting) => forgetInRecords(tx, who),
      afterCommit: (work: () => void) => void later.push(work),
      wake: (repeat: string) => void later.push(() => wake(repeat)),
    },
    finish: (last: Last) => {
      if (events.length > 0) last(() => storeInOutbox(tx, events, isHeard))
    },
    afterwards: () => {
      // What is rolled back was not announced: its spans are never ended.
      for (const span of spans) span.end()
      for (const work of later) work()
      const isNews = events.some(({ type }) => isHeard(type))
      if (isNews || movesSagas) committed({ events: isNews, sagas: movesSagas })
    },
  }
}

/** A context for work nobody outside asked for: repeats, reactions, resumed sagas. */
export const ownContext = (name: string, trace: TraceContext, deadline: number): CallContext => ({
  caller: { kind: 'service', name },
  trace,
  deadline,
})

/** The trace an event or a saga carries, or a new one. */
export const traceOf = (traceparent: string | null | undefined, environment: Environment): TraceContext =>
  readTraceparent(traceparent ?? undefined) ?? newTrace(environment.random, false)
