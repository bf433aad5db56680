import { SpanKind, SpanStatusCode, TraceFlags } from '@opentelemetry/api'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { type Resource, resourceFromAttributes } from '@opentelemetry/resources'
import { BatchSpanProcessor, type ReadableSpan } from '@opentelemetry/sdk-trace'
import type { TraceContext } from '../telemetry/trace-context.ts'
import type { FinishedSpan } from '../telemetry/tracer.ts'

/** Where spans leave the process. A door of its own: loading the SDK takes 27 MB, and few shops have a collector. */
export interface Otlp {
  keep(span: FinishedSpan): void
  /** Sends what is still here, for a few seconds at most; rejects where the collector did not take it. */
  close(): Promise<void>
}

const PATIENCE_MS = 5_000

/** `endpoint` takes OTLP over HTTP, e.g. `http://localhost:4318/v1/traces`. What it does not take in time is lost. */
export function openOtlp(endpoint: string): Otlp {
  const exporter = new OTLPTraceExporter({ url: endpoint, timeoutMillis: PATIENCE_MS })
  const batches = new BatchSpanProcessor({ exporter, exportTimeoutMillis: PATIENCE_MS })
  const resources = new Map<string, Resource>()
  const resourceOf = (service: string) => {
    const known =
      resources.get(service) ??
      resourceFromAttributes({ 'service.name': service, 'service.namespace': 'souk' })
    resources.set(service, known)
    return known
  }
  return {
    keep: (span) => batches.onEnd(toReadable(span, resourceOf(span.service))),
    close: () => batches.shutdown(),
  }
}

const KINDS = {
  client: SpanKind.CLIENT,
  server: SpanKind.SERVER,
  producer: SpanKind.PRODUCER,
  consumer: SpanKind.CONSUMER,
  internal: SpanKind.INTERNAL,
}
const NONE: never[] = []
const scope = { name: 'souk' }

function toReadable(span: FinishedSpan, resource: Resource): ReadableSpan {
  const { context, parentSpanId, name, kind, startedAt, durationMs, attributes, fault } = span
  return {
    name,
    kind: KINDS[kind],
    spanContext: () => contextOf(context),
    ...(parentSpanId && { parentSpanContext: contextOf({ ...context, spanId: parentSpanId }) }),
    startTime: toHrTime(startedAt),
    endTime: toHrTime(startedAt + durationMs),
    duration: toHrTime(durationMs),
    status:
      fault === undefined ? { code: SpanStatusCode.UNSET } : { code: SpanStatusCode.ERROR, message: fault },
    attributes: { ...attributes },
    links: NONE,
    events: NONE,
    ended: true,
    resource,
    instrumentationScope: scope,
    droppedAttributesCount: 0,
    droppedEventsCount: 0,
    droppedLinksCount: 0,
  }
}

const contextOf = ({ traceId, spanId }: TraceContext) => ({ traceId, spanId, traceFlags: TraceFlags.SAMPLED })

const toHrTime = (ms: number): [number, number] => [
  Math.floor(ms / 1_000),
  Math.round((ms % 1_000) * 1_000_000),
]
