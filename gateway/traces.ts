import type { Random } from '@souk/kit/runtime'
import {
  newTrace,
  readTraceparent,
  type Span,
  type TraceContext,
  type Tracer,
  writeTraceparent,
} from '@souk/kit/telemetry'
import type { FastifyInstance, FastifyRequest } from 'fastify'

interface TracesParts {
  readonly tracer: Tracer
  readonly random: Random
  /** Share of reads that are recorded; everything that changes something always is. */
  readonly readsSampled: number
}

const spans = new WeakMap<object, Span>()

/** Every request gets a trace: the caller's where it sends one, else a new one. The ids go out again as headers. */
export function traceRequests(app: FastifyInstance, { tracer, random, readsSampled }: TracesParts): void {
  app.addHook('onRequest', (request, response, done) => {
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    const given = readTraceparent(request.headers.traceparent as string | undefined)
    const parent = given ?? newTrace(random, !isRead || random.unit() < readsSampled)
    const route = request.routeOptions.url ?? 'none'
    const span = tracer.start(`${request.method} ${route}`, parent, {
      'http.route': route,
      'http.request.method': request.method,
    })
    spans.set(request, span)
    response
      .header('traceparent', writeTraceparent(span.context))
      .header('x-request-id', span.context.traceId)
    if (span.context.sampled) response.raw.once('close', () => finish(span, response.raw.statusCode))
    done()
  })
}

function finish(span: Span, status: number): void {
  span.set({ 'http.response.status_code': status })
  span.end(status >= 500 ? new Error('failed') : undefined)
}

/** The request's own span, parent of all that follows. */
export const traced = (request: FastifyRequest): TraceContext => {
  const span = spans.get(request)
  if (!span) throw new Error('a request without a trace: the trace hook must come first')
  return span.context
}
