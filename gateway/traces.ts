import type { Random } from '@souk/kit/runtime'
import {
  newTrace,
  readTraceparent,
  type Span,
  type TraceContext,
  type Tracer,
  writeTraceparent,
} from '@souk/kit/telemetry'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

declare module 'fastify' {
  interface FastifyRequest {
    /** The request's own span, parent of all that follows. */
    trace: TraceContext
  }
}

interface TracesParts {
  readonly tracer: Tracer
  readonly random: Random
  /** Share of reads that are recorded; everything that changes something always is. */
  readonly readsSampled: number
}

export interface Traces {
  /** Records from here on what turned out to change something after all, unless its sender has decided. */
  traceNow(request: FastifyRequest, response: FastifyReply): void
}

/** Every request gets a trace: the caller's where it sends one, else a new one. The ids go out again as headers. */
export function traceRequests(app: FastifyInstance, { tracer, random, readsSampled }: TracesParts): Traces {
  app.decorateRequest('trace')
  app.addHook('onRequest', (request, response, done) => {
    const isRead = READS.has(request.method) || request.routeOptions.url === '/graphql'
    const given = readTraceparent(request.headers.traceparent as string | undefined)
    const parent =
      given ?? newTrace(random, !isRead || (random.unit() < readsSampled && !isWatching(request)))
    const isRoot = given === undefined
    const trace = parent.sampled ? record(tracer, parent, { request, response, isRoot }) : parent
    request.trace = trace
    request.baseHeaders.push('traceparent', writeTraceparent(trace), 'x-request-id', trace.traceId)
    done()
  })
  return {
    traceNow(request, response) {
      const { trace } = request
      if (trace.sampled || request.headers.traceparent !== undefined) return
      request.trace = record(tracer, { ...trace, sampled: true }, { request, response, isRoot: true })
    },
  }
}

const READS = new Set(['GET', 'HEAD'])

/** Who watches the shop does not push what there is to see out of its memory. */
const isWatching = ({ routeOptions }: FastifyRequest): boolean =>
  routeOptions.url?.startsWith('/ops/') === true

/** A span from here until the answer has left. */
function record(
  tracer: Tracer,
  parent: TraceContext,
  { request, response, isRoot }: { request: FastifyRequest; response: FastifyReply; isRoot: boolean },
): TraceContext {
  const route = request.routeOptions.url ?? 'none'
  const span = tracer.start(`${request.method} ${route}`, parent, {
    kind: 'server',
    attributes: { 'http.route': route, 'http.request.method': request.method },
    isRoot,
  })
  response.raw.once('close', () => finish(span, response.raw.statusCode))
  return span.context
}

function finish(span: Span, status: number): void {
  span.set({ 'http.response.status_code': status })
  span.end(status >= 500 ? new Error('failed') : undefined)
}
