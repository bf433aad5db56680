import type { TracePart, TraceSpan } from '../contract/recollection.ts'
import type { FinishedSpan } from './tracer.ts'

/** A span as it is told. */
export function toTraceSpan(span: FinishedSpan): TraceSpan {
  const { context, parentSpanId = null, service, name, kind, startedAt, durationMs, fault = null } = span
  return {
    spanId: context.spanId,
    parentSpanId,
    service,
    name,
    kind,
    start: toMoment(startedAt),
    durationMs: Math.round(durationMs * 1_000) / 1_000,
    status: fault === null ? 'ok' : 'error',
    fault,
    attributes: { ...span.attributes },
  }
}

/** One entry a trace, the newest first. */
export function tracesIn(spans: readonly FinishedSpan[], most: number): TracePart[] {
  const traces = [...Map.groupBy(spans, ({ context }) => context.traceId)].map(([traceId, those]) => {
    const first = those.reduce((a, b) => (b.startedAt < a.startedAt ? b : a))
    const end = Math.max(...those.map(({ startedAt, durationMs }) => startedAt + durationMs))
    return { traceId, first, end, those }
  })
  traces.sort((a, b) => b.first.startedAt - a.first.startedAt)
  return traces.slice(0, most).map(({ traceId, first, end, those }) => ({
    traceId,
    service: first.service,
    name: first.name,
    start: toMoment(first.startedAt),
    end: toMoment(end),
    spans: those.length,
    errors: those.filter(({ fault }) => fault !== undefined).length,
    services: [...new Set(those.map(({ service }) => service))].sort(),
  }))
}

/** RFC 3339 with six digits of a second. */
function toMoment(ms: number): string {
  const whole = Math.floor(ms)
  const micros = Math.floor((ms - whole) * 1_000)
  return new Date(whole).toISOString().replace('Z', `${String(micros).padStart(3, '0')}Z`)
}
