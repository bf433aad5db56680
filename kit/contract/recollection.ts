import { z } from 'zod'
import { text } from './values.ts'

/** What a process remembers of what happened in it, for as long as its memory reaches; nothing of it is on disk. */

export const TraceId = z.string().regex(/^[0-9a-f]{32}$/)

/** RFC 3339 in UTC, to the microsecond: what follows one another in a trace is often less than a millisecond apart. */
const moment = z.iso.datetime({ precision: 6 })

export const TraceSpan = z.strictObject({
  spanId: z.string(),
  /** Null for the span a trace begins with; a browser that sent a `traceparent` has the first one with itself. */
  parentSpanId: z.string().nullable(),
  service: z.string(),
  name: z.string(),
  kind: z.enum(['client', 'server', 'producer', 'consumer', 'internal']),
  start: moment,
  durationMs: z.number(),
  status: z.enum(['ok', 'error']),
  /** The kind of fault it ended with. */
  fault: z.string().nullable(),
  attributes: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
})
export type TraceSpan = z.infer<typeof TraceSpan>

/** What one process knows of a trace. */
export const TracePart = z.strictObject({
  traceId: TraceId,
  /** The first thing that happened, as far as this process saw. */
  service: z.string(),
  name: z.string(),
  start: moment,
  end: moment,
  spans: z.int(),
  errors: z.int(),
  services: z.array(z.string()),
})
export type TracePart = z.infer<typeof TracePart>

const levels = ['debug', 'info', 'warn', 'error', 'fatal'] as const
export const LogLevel = z.enum(levels)
export type LogLevel = z.infer<typeof LogLevel>

/** Whether a line is as grave as that, or graver. */
export const isAtLeast = (level: LogLevel, least: LogLevel): boolean =>
  levels.indexOf(level) >= levels.indexOf(least)

export const LogLine = z.strictObject({
  id: z.string(),
  at: z.iso.datetime({ precision: 3 }),
  level: LogLevel,
  service: z.string().nullable(),
  message: z.string(),
  traceId: TraceId,
  spanId: z.string().nullable(),
  fault: z.strictObject({ type: z.string(), message: z.string(), stack: z.string() }).nullable(),
  /** What else it says; texts as in sagas and events: only those in fields known to be harmless. */
  fields: z.record(z.string(), z.unknown()),
})
export type LogLine = z.infer<typeof LogLine>

/** Calls from whoever asks to whoever answers; events from who announces to who applies them. */
export const Edge = z.strictObject({
  from: z.string(),
  to: z.string(),
  kind: z.enum(['call', 'event']),
  /** The verb, the route or the type of the event. */
  name: z.string(),
})
export type Edge = z.infer<typeof Edge>

/** What went over an edge in the last minute; `took` counts durations by the buckets of the kit. */
export const EdgeTraffic = z.strictObject({
  ...Edge.shape,
  ok: z.int(),
  refused: z.int(),
  faults: z.int(),
  took: z.array(z.int()),
})
export type EdgeTraffic = z.infer<typeof EdgeTraffic>

/** One process's answer; `process` tells when the same one was asked twice. */
export const recalled = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({ process: z.string(), items: z.array(item) })
export interface Recalled<Item> {
  process: string
  items: Item[]
}

export const recallSpansBy = z.strictObject({ traceId: TraceId })
export const recallLinesBy = z.strictObject({ traceId: TraceId.optional(), level: LogLevel.default('debug') })
export const tracesFilter = {
  errors: z.enum(['true', 'false']).optional(),
  minDurationMs: z.int().min(0).max(3_600_000).optional(),
  service: text(80).optional(),
}
