import { z } from 'zod'
import { call } from './call.ts'
import {
  EdgeTraffic,
  LogLine,
  recalled,
  recallLinesBy,
  recallSpansBy,
  TracePart,
  TraceSpan,
} from './recollection.ts'
import { page, pageQuery, text, timestamp, typeId } from './values.ts'

/** What every service answers operators, beside its own calls; what its sagas and events carry is shown veiled. */

const SagaState = z.enum(['running', 'waiting', 'undoing', 'completed', 'undone', 'stuck'])

const sagaFields = {
  id: typeId('saga'),
  service: z.string(),
  name: z.string(),
  /** What it is about, such as the id of an order. */
  key: z.string(),
  state: SagaState,
  /** Where it stands; null once it is over. */
  step: z.string().nullable(),
  /** Of the step it stands at. */
  attempts: z.int(),
  error: z.string().nullable(),
  /** Why it is undone, or was. */
  refusal: z.strictObject({ code: z.string(), detail: z.string().optional() }).nullable(),
  startedAt: timestamp,
  /** After this it is undone. */
  deadline: timestamp,
  /** When it is looked at next; null once it is over or stuck. */
  dueAt: timestamp.nullable(),
  endedAt: timestamp.nullable(),
}
export const Saga = z.strictObject(sagaFields)
export type Saga = z.infer<typeof Saga>

const JournalEntry = z.strictObject({ action: z.string(), at: timestamp, detail: z.string().optional() })

export const SagaStep = z.strictObject({
  name: z.string(),
  /** `local`: committed together with the journal; `remote`: asked of others, and asked again after a fault. */
  kind: z.enum(['local', 'remote']),
  hasUndo: z.boolean(),
  do: z.array(JournalEntry),
  undo: z.array(JournalEntry),
})
export type SagaStep = z.infer<typeof SagaStep>

export const SagaInFull = z.strictObject({
  ...sagaFields,
  memory: z.record(z.string(), z.unknown()),
  steps: z.array(SagaStep),
})

/** Newest first; the cursor is when the last one shown began, and its id. */
export const sagaQuery = {
  ...pageQuery,
  cursor: z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z~saga_[0-7][0-9a-hjkmnp-tv-z]{25}$/)
    .optional(),
  state: SagaState.optional(),
}

/** One event for one consumer: `notifications.evt_…`. */
const DeadLetterId = z
  .string()
  .max(200)
  .regex(/^[a-z][a-z-]*\.[\w-]+$/)

export const DeadLetter = z.strictObject({
  id: DeadLetterId,
  /** The service that could not apply it. */
  consumer: z.string(),
  eventId: z.string(),
  type: z.string(),
  subject: z.string(),
  source: z.string(),
  /** When it was announced. */
  time: timestamp,
  /** Null where it is too large to be looked at here. */
  data: z.record(z.string(), z.unknown()).nullable(),
  attempts: z.int(),
  error: z.string().nullable(),
  firstTriedAt: timestamp.nullable(),
  lastTriedAt: timestamp.nullable(),
})
export type DeadLetter = z.infer<typeof DeadLetter>

/** Newest event first; the cursor is the id of the last one shown. */
export const deadLetterQuery = {
  ...pageQuery,
  cursor: DeadLetterId.optional(),
  type: text(200).optional(),
}

/** `waiting`: it is tried at once, and is a dead letter again if that fails. */
export const Replay = z.strictObject({ id: DeadLetterId, state: z.enum(['waiting', 'applied']) })

export const sagaById = z.strictObject({ id: Saga.shape.id })
export const deadLetterById = z.strictObject({ id: DeadLetterId })
export const sagaFinished = {
  status: 422,
  title: 'The saga is over: there is nothing to try again.',
} as const

/** The operators' calls of one service. Kept apart from its own by their names, and never public. */
export const operatorsCalls = (service: string) => ({
  listSagas: call(`${service}.operators-list-sagas`, 'GET /internal/operators/sagas', {
    summary: 'Sagas, newest first.',
    access: 'operator',
    query: z.strictObject(sagaQuery),
    answers: { 200: page(Saga) },
  }),
  showSaga: call(`${service}.operators-show-saga`, 'GET /internal/operators/sagas/{id}', {
    summary: 'One saga with what it remembers and has done.',
    access: 'operator',
    params: sagaById,
    answers: { 200: SagaInFull },
  }),
  retrySaga: call(`${service}.operators-retry-saga`, 'POST /internal/operators/sagas/{id}/retry', {
    summary: 'Makes a saga due at once; a stuck one gets its attempts again.',
    access: 'operator',
    params: sagaById,
    answers: { 200: Saga },
    refusals: { saga_finished: sagaFinished },
  }),
  listDeadLetters: call(`${service}.operators-list-dead-letters`, 'GET /internal/operators/dead-letters', {
    summary: 'Events this service could not apply, newest first.',
    access: 'operator',
    query: z.strictObject(deadLetterQuery),
    answers: { 200: page(DeadLetter) },
  }),
  replayDeadLetter: call(
    `${service}.operators-replay-dead-letter`,
    'POST /internal/operators/dead-letters/{id}/replay',
    {
      summary: 'Tries one of them once more.',
      access: 'operator',
      params: deadLetterById,
      answers: { 200: Replay },
    },
  ),
  replayDeadLetters: call(
    `${service}.operators-replay-dead-letters`,
    'POST /internal/operators/dead-letters/replay',
    {
      summary: 'Tries many of them once more, the oldest first.',
      access: 'operator',
      body: z.strictObject({ type: text(200).optional(), limit: z.int().min(1).max(1_000) }),
      answers: { 200: z.strictObject({ replayed: z.int(), left: z.int() }) },
    },
  ),
  showState: call(`${service}.operators-show-state`, 'GET /internal/operators/state', {
    summary: 'How this process of the service fares.',
    access: 'operator',
    answers: { 200: z.strictObject({ instance: z.string(), eventLag: z.number() }) },
  }),
  recallSpans: call(`${service}.operators-recall-spans`, 'GET /internal/operators/spans', {
    summary: 'What this process remembers of one trace.',
    access: 'operator',
    query: recallSpansBy,
    answers: { 200: recalled(TraceSpan) },
  }),
  recallTraces: call(`${service}.operators-recall-traces`, 'GET /internal/operators/traces', {
    summary: 'The newest traces this process remembers.',
    access: 'operator',
    answers: { 200: recalled(TracePart) },
  }),
  recallLines: call(`${service}.operators-recall-lines`, 'GET /internal/operators/lines', {
    summary: 'Lines of its log this process remembers, without anybody’s secrets.',
    access: 'operator',
    query: recallLinesBy,
    answers: { 200: recalled(LogLine) },
  }),
  recallTraffic: call(`${service}.operators-recall-traffic`, 'GET /internal/operators/traffic', {
    summary: 'What this process asked and heard in the last minute.',
    access: 'operator',
    answers: { 200: recalled(EdgeTraffic) },
  }),
})
export type OperatorsCalls = ReturnType<typeof operatorsCalls>
