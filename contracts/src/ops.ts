import {
  call,
  DeadLetter,
  deadLetterById,
  deadLetterQuery,
  page,
  Replay,
  Saga,
  SagaInFull,
  sagaById,
  sagaFinished,
  sagaQuery,
  text,
} from '@souk/kit/contract'
import { z } from 'zod'
import { auditQuery, Verdict } from './auditor.ts'
import { unavailable } from './ops-watching.ts'

export {
  listLogs,
  listTraces,
  showTopology,
  showTrace,
  Topology,
  Trace,
  TraceSummary,
} from './ops-watching.ts'

const Health = z.enum(['ok', 'unavailable'])

export const ServiceState = z.strictObject({
  name: z.string(),
  version: z.string(),
  health: Health,
  /** Seconds the oldest event not yet sent or applied has waited. */
  eventLag: z.number(),
  instances: z.array(
    z.strictObject({ id: z.string(), address: z.string(), version: z.string(), health: Health }),
  ),
})
export type ServiceState = z.infer<typeof ServiceState>

export const listServices = call('ops.list-services', 'GET /ops/services', {
  summary: 'What runs and how it fares.',
  access: 'operator',
  answers: { 200: page(ServiceState) },
})

const serviceName = text(80)

export const listSagas = call('ops.list-sagas', 'GET /ops/sagas', {
  summary: 'The sagas of all services, newest first. `unavailable` names services that could not be asked.',
  access: 'operator',
  query: z.strictObject(sagaQuery),
  answers: { 200: z.strictObject({ ...page(Saga).shape, unavailable }) },
})

export const showSaga = call('ops.show-saga', 'GET /ops/sagas/{id}', {
  summary:
    'One saga: its steps with what was done and undone, and what it remembers, without anybody’s secrets.',
  access: 'operator',
  params: sagaById,
  answers: { 200: SagaInFull },
})

export const retrySaga = call('ops.retry-saga', 'POST /ops/sagas/{id}/retry', {
  summary: 'Tries a saga at once; a stuck one gets its attempts again. The journal names who asked for it.',
  access: 'operator',
  params: sagaById,
  answers: { 200: Saga },
  refusals: { saga_finished: sagaFinished },
})

export const listDeadLetters = call('ops.list-dead-letters', 'GET /ops/dead-letters', {
  summary:
    'Events a service could not apply and has given up, newest event first, without anybody’s secrets. `unavailable` names services that could not be asked.',
  access: 'operator',
  query: z.strictObject({ ...deadLetterQuery, consumer: serviceName.optional() }),
  answers: { 200: z.strictObject({ ...page(DeadLetter).shape, unavailable }) },
})

export const replayDeadLetter = call('ops.replay-dead-letter', 'POST /ops/dead-letters/{id}/replay', {
  summary: 'Tries one event for one consumer once more. It leaves the list when that succeeds.',
  access: 'operator',
  params: deadLetterById,
  answers: { 200: Replay },
})

export const replayDeadLetters = call('ops.replay-dead-letters', 'POST /ops/dead-letters/replay', {
  summary:
    'Tries many of them once more, each service’s oldest first, up to 500 of each. `left` counts those for the next request.',
  access: 'operator',
  body: z.strictObject({ consumer: serviceName.optional(), type: text(200).optional() }),
  answers: { 200: z.strictObject({ replayed: z.int(), left: z.int(), unavailable }) },
})

export const runAudit = call('ops.run-audit', 'GET /ops/audit', {
  summary:
    'Proves from the services’ databases and the provider’s own ledger what must hold, or names what offends it. `strict` excuses nothing as being under way; `anyOrder` does not judge the order in which events arrived, where the transport was told to reorder.',
  access: 'operator',
  query: auditQuery,
  answers: { 200: Verdict },
})
