export {
  type Access,
  type AnswerOf,
  type Call,
  type CallSpec,
  call,
  type Input,
  type Method,
  pathFields,
  type RefusalCode,
  type Sent,
} from './call.ts'
export { type Announcement, type EventType, event, type StoredEvent } from './event.ts'
export { isStale } from './if-match.ts'
export {
  DeadLetter,
  deadLetterById,
  deadLetterQuery,
  type OperatorsCalls,
  operatorsCalls,
  Replay,
  Saga,
  SagaInFull,
  SagaStep,
  sagaById,
  sagaFinished,
  sagaQuery,
} from './operators.ts'
export {
  type Answer,
  answer,
  bodyOf,
  type Outcome,
  type Rendered,
  type Reply,
  type Result,
  rendered,
  toReply,
} from './outcome.ts'
export {
  Edge,
  EdgeTraffic,
  LogLevel,
  LogLine,
  type Recalled,
  TraceId,
  TracePart,
  TraceSpan,
  tracesFilter,
} from './recollection.ts'
export {
  type CommonRefusalCode,
  commonRefusals,
  type FieldError,
  isRefusal,
  type Refusal,
  type RefusalSpec,
  type RefusalTable,
  refuse,
} from './refusal.ts'
export { isRepeatable } from './repeatable.ts'
export { staffActed } from './staff-acted.ts'
export { nothing, page, pageQuery, text, timestamp, typeId } from './values.ts'
