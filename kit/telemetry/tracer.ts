import type { Clock } from '../runtime/clock.ts'
import type { Random } from '../runtime/random.ts'
import type { AttributeName } from './conventions.ts'
import { steadyTime } from './steady-time.ts'
import type { TraceContext } from './trace-context.ts'

export type Attributes = Partial<Record<AttributeName, string | number | boolean>>

/** As OpenTelemetry has them: who asked, who answered, who announced, who heard; or nobody else. */
export type SpanKind = 'client' | 'server' | 'producer' | 'consumer' | 'internal'

export interface Span {
  readonly context: TraceContext
  set(attributes: Attributes): void
  /** Ends the span; with a fault it is marked as failed by the fault's kind alone. */
  end(fault?: unknown): void
}

export interface FinishedSpan {
  readonly context: TraceContext
  /** None of the span a trace begins with. */
  readonly parentSpanId: string | undefined
  readonly service: string
  readonly name: string
  readonly kind: SpanKind
  /** Milliseconds since 1970, with fractions. */
  readonly startedAt: number
  readonly durationMs: number
  readonly attributes: Attributes | undefined
  /** The kind of fault it ended with. */
  readonly fault: string | undefined
}

export interface Beginning {
  readonly kind?: SpanKind
  readonly attributes?: Attributes
  /** The trace begins here: the span is the one the trace context names, and not its child. */
  readonly isRoot?: boolean
}

export interface Tracer {
  start(name: string, parent: TraceContext, beginning?: Beginning): Span
}

/** Spans that go nowhere: what an unsampled request costs. */
export const silentTracer: Tracer = { start: (_name, parent) => silentSpan(parent) }

export interface TracerParts {
  readonly random: Random
  readonly clock: Clock
  /** Gets each span when it has ended. */
  readonly keep: (span: FinishedSpan) => void
}

/**
 * Makes the tracers of a process, one for each service: they record a span only where its trace is sampled.
 * Only declared attribute names compile, so card data and tokens have no name here.
 */
export function recordingTracers({ random, clock, keep }: TracerParts): (service: string) => Tracer {
  const now = steadyTime(clock)
  return (service) => ({
    start(name, parent, beginning) {
      if (!parent.sampled) return silentSpan(parent)
      const isRoot = beginning?.isRoot === true
      const { traceId } = parent
      const context = isRoot ? parent : { traceId, spanId: random.hex(8), sampled: true }
      const of = { context, parentSpanId: isRoot ? undefined : parent.spanId, service, name, keep }
      return new RecordedSpan(of, beginning, now())
    },
  })
}

type Origin = Pick<FinishedSpan, 'context' | 'parentSpanId' | 'service' | 'name'> & Pick<TracerParts, 'keep'>

/** A class, so that a span under way and a span kept are one small object without functions of its own. */
class RecordedSpan implements Span, FinishedSpan {
  readonly context: TraceContext
  readonly parentSpanId: string | undefined
  readonly service: string
  readonly name: string
  readonly kind: SpanKind
  readonly startedAt: number
  durationMs: number
  attributes: Attributes | undefined
  fault: string | undefined
  private keep: TracerParts['keep'] | undefined

  constructor(
    { context, parentSpanId, service, name, keep }: Origin,
    beginning: Beginning | undefined,
    now: number,
  ) {
    this.context = context
    this.parentSpanId = parentSpanId
    this.service = service
    this.name = name
    this.kind = beginning?.kind ?? 'internal'
    this.startedAt = now
    this.durationMs = -performance.now()
    this.attributes = beginning?.attributes
    this.fault = undefined
    this.keep = keep
  }

  set(more: Attributes): void {
    this.attributes = this.attributes ? { ...this.attributes, ...more } : more
  }

  end(fault?: unknown): void {
    const keep = this.keep
    if (!keep) return
    this.keep = undefined
    this.durationMs += performance.now()
    if (fault !== undefined) this.fault = faultName(fault)
    keep(this)
  }
}

const nothing = () => {}
const silentSpan = (context: TraceContext): Span => ({ context, set: nothing, end: nothing })

/** A fault's message may quote data, so only its kind is recorded; the log holds the rest. */
const faultName = (fault: unknown): string => (fault instanceof Error ? fault.name : typeof fault)
