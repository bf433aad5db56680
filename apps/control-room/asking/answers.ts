import type { showOwnStaff } from '@souk/contracts/accounts-team'
import type { listProducts } from '@souk/contracts/catalog'
import type * as ops from '@souk/contracts/ops'
import type { showOrderToStaff } from '@souk/contracts/orders-staff'
import type { z } from 'zod'

/** What the shop answers, in the words of its contracts; nothing of them but types comes into the page. */
type AnswerOf<C extends { answers: { 200: z.ZodType } }> = z.output<C['answers'][200]>

export type Services = AnswerOf<typeof ops.listServices>
export type ServiceState = Services['items'][number]
export type Topology = AnswerOf<typeof ops.showTopology>
export type TopologyNode = Topology['nodes'][number]
export type Edge = Topology['edges'][number]

export type DeadLetters = AnswerOf<typeof ops.listDeadLetters>
export type DeadLetter = DeadLetters['items'][number]
export type Replay = AnswerOf<typeof ops.replayDeadLetter>
export type ReplayedMany = AnswerOf<typeof ops.replayDeadLetters>

export type Sagas = AnswerOf<typeof ops.listSagas>
export type Saga = Sagas['items'][number]
export type SagaState = Saga['state']
export type SagaInFull = AnswerOf<typeof ops.showSaga>
export type SagaStep = SagaInFull['steps'][number]
export type JournalEntry = SagaStep['do'][number]

export type Traces = AnswerOf<typeof ops.listTraces>
export type TraceSummary = Traces['items'][number]
export type Trace = AnswerOf<typeof ops.showTrace>
export type Span = Trace['spans'][number]
export type Logs = AnswerOf<typeof ops.listLogs>
export type LogLine = Logs['items'][number]
export type Order = AnswerOf<typeof showOrderToStaff>

export type Verdict = AnswerOf<typeof ops.runAudit>
export type Invariant = Verdict['invariants'][number]
export type Offender = Invariant['offenders'][number]

export type Staff = AnswerOf<typeof showOwnStaff>
export type Products = AnswerOf<typeof listProducts>
