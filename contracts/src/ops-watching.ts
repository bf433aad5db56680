import {
  call,
  Edge,
  LogLevel,
  LogLine,
  page,
  pageQuery,
  TraceId,
  TracePart,
  TraceSpan,
  tracesFilter,
} from '@souk/kit/contract'
import { z } from 'zod'

/** Services that could not be asked: what they have is not in the answer. */
export const unavailable = z.array(z.string())

/** Newest first; the cursor is when the last one shown was, and its id. */
const cursor = z.string().regex(/^[\dT:.Z-]{20,30}~[\w-]{1,100}$/)

/** What is part of the shop, or speaks with it. */
const TopologyNode = z.strictObject({
  /** A service’s name, or `gateway`, `browser`, `provider`, `mailer`. */
  id: z.string(),
  kind: z.enum(['service', 'gateway', 'outside']),
  /** Seconds the oldest event not yet sent or applied has waited; null for what has no events. */
  eventLag: z.number().nullable(),
})

/** What went from one to the other in the last minute. */
const TopologyEdge = z.strictObject({
  ...Edge.shape,
  count: z.int(),
  perSecond: z.number(),
  /** Answered, and not as wished: sold out, not allowed, not found. */
  refusals: z.int(),
  /** Not answered, or not applied. */
  faults: z.int(),
  /** Of a call how long its answer took, of an event how long after its announcement it was applied. */
  p50Ms: z.number(),
  p95Ms: z.number(),
})

export const Topology = z.strictObject({
  nodes: z.array(TopologyNode),
  edges: z.array(TopologyEdge),
  unavailable,
})
export type Topology = z.infer<typeof Topology>

export const showTopology = call('ops.show-topology', 'GET /ops/topology', {
  summary:
    'Who speaks with whom, as seen in the last minute: calls from who asks to who answers, events from who announces to who applies them.',
  access: 'operator',
  answers: { 200: Topology },
})

export const Trace = z.strictObject({ traceId: TraceId, spans: z.array(TraceSpan), unavailable })
export type Trace = z.infer<typeof Trace>

export const showTrace = call('ops.show-trace', 'GET /ops/traces/{traceId}', {
  summary:
    'The whole path of one request, events included, in the order things began. Processes remember the newest spans only; what they forgot is in nobody’s answer.',
  access: 'operator',
  params: z.strictObject({ traceId: TraceId }),
  answers: { 200: Trace },
})

export const TraceSummary = z.strictObject({
  ...TracePart.omit({ end: true }).shape,
  durationMs: z.number(),
})
export type TraceSummary = z.infer<typeof TraceSummary>

export const listTraces = call('ops.list-traces', 'GET /ops/traces', {
  summary:
    'Traces that are remembered, newest first; only those with errors, that took long, or that a service had part in.',
  access: 'operator',
  query: z.strictObject({ limit: pageQuery.limit, cursor: cursor.optional(), ...tracesFilter }),
  answers: { 200: z.strictObject({ ...page(TraceSummary).shape, unavailable }) },
})

export const listLogs = call('ops.list-logs', 'GET /ops/logs', {
  summary:
    'Lines of the log that tell their trace, newest first, without anybody’s secrets: of one trace, or of a level and graver.',
  access: 'operator',
  query: z.strictObject({
    limit: pageQuery.limit,
    cursor: cursor.optional(),
    traceId: TraceId.optional(),
    level: LogLevel.default('debug'),
  }),
  answers: { 200: z.strictObject({ ...page(LogLine).shape, unavailable }) },
})
