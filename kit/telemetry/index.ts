export { attributeNames } from './conventions.ts'
export { quantile } from './latency.ts'
export { createLog, type Log, logUnder, silentLog } from './log.ts'
export { createMemory, type Memory, noMemory } from './memory.ts'
export { createMetrics, type Metrics } from './metrics.ts'
export { newTrace, readTraceparent, type TraceContext, writeTraceparent } from './trace-context.ts'
export {
  type Beginning,
  type FinishedSpan,
  recordingTracers,
  type Span,
  silentTracer,
  type Tracer,
} from './tracer.ts'
export type { Course, Traffic } from './traffic.ts'
