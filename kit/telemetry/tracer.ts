import { ROOT_CONTEXT, SpanKind, SpanStatusCode, TraceFlags, trace } from '@opentelemetry/api'
import type { TracerProvider } from '@opentelemetry/sdk-trace'
import type { AttributeName } from './conventions.ts'
import type { TraceContext } from './trace-context.ts'

export type Attributes = Partial<Record<AttributeName, string | number | boolean>>

export interface Span {
  readonly context: TraceContext
  set(attributes: Attributes): void
  /** Ends the span; with a fault it is marked as failed by the fault's message alone. */
  end(fault?: unknown): void
}

export interface Tracer {
  start(name: string, parent: TraceContext, attributes?: Attributes): Span
}

/** Spans that go nowhere: what an unsampled request costs. */
export const silentTracer: Tracer = { start: (_name, parent) => silentSpan(parent) }

/**
 * Spans of one service, recorded only when their trace is sampled.
 * Only declared attribute names compile, so card data and tokens have no name here.
 */
export function openTelemetryTracer(provider: TracerProvider, service: string): Tracer {
  const tracer = provider.getTracer(service)
  return {
    start(name, parent, attributes) {
      if (!parent.sampled) return silentSpan(parent)
      const remote = { ...parent, traceFlags: TraceFlags.SAMPLED, isRemote: true }
      const within = trace.setSpanContext(ROOT_CONTEXT, remote)
      const span = tracer.startSpan(
        `${service} ${name}`,
        { kind: SpanKind.INTERNAL, attributes: { ...attributes } },
        within,
      )
      const { traceId, spanId } = span.spanContext()
      return {
        context: { traceId, spanId, sampled: true },
        set: (more) => void span.setAttributes({ ...more }),
        end(fault) {
          if (fault !== undefined) span.setStatus({ code: SpanStatusCode.ERROR, message: faultName(fault) })
          span.end()
        },
      }
    },
  }
}

const nothing = () => {}
const silentSpan = (context: TraceContext): Span => ({ context, set: nothing, end: nothing })

/** A fault's message may quote data, so only its kind is recorded; the log holds the rest. */
const faultName = (fault: unknown): string => (fault instanceof Error ? fault.name : typeof fault)
