import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { refuse } from '../contract/refusal.ts'
import type { Metrics } from '../telemetry/metrics.ts'
import { type Admission, admission, type Release } from './admission.ts'
import { NOT_BEGUN } from './between-processes.ts'
import type { BulkheadLimits } from './bulkhead.ts'
import { writeRefusal } from './write-reply.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The place a call has while it is worked on. */
    place: { release: Release; isAtWork: boolean } | undefined
  }
}

export interface ShedParts {
  readonly metrics: Metrics
  readonly traceIdOf: (request: FastifyRequest) => string
  readonly calls?: BulkheadLimits
  readonly uploads?: BulkheadLimits
}

/** More than a pool of database connections can use, so that it is never idle; not so much that all become slow. */
const CALLS: BulkheadLimits = { atOnce: 64, waiting: 256, patienceMs: 250 }
/** They last minutes and have places of their own, so that slow senders cannot take those of calls. */
const UPLOADS: BulkheadLimits = { atOnce: 16, waiting: 0, patienceMs: 0 }

export interface Shedding {
  /** To be handed to `serveContracts`: a place is free when its work is done, not when whoever asked went away. */
  workedOff(request: FastifyRequest): void
}

/**
 * Takes so many calls at once and lets some wait a moment; what is beyond that is told 503 and when to come again,
 * before its body is read. What serves no contract is never turned away, nor are operators: they look when it is worst.
 * A stream has a place until it begins. To be called before the routes are declared, and after whatever decides who may
 * ask at all.
 */
export function shedsLoad(app: FastifyInstance, parts: ShedParts): Shedding {
  const lanes = { calls: admission(parts.calls ?? CALLS), uploads: admission(parts.uploads ?? UPLOADS) }
  const count = parts.metrics.counter('souk_shed_total', 'Calls turned away before any work.', ['why'])
  showLoad(parts.metrics, lanes)
  const turnAway = (response: FastifyReply, request: FastifyRequest) => {
    count({ why: 'full' })
    response.header(NOT_BEGUN, '1')
    writeRefusal(refuse('unavailable', { detail: FULL }), parts.traceIdOf(request), { response })
  }
  app.decorateRequest('place', undefined)
  app.addHook('onRequest', (request, response, done) => {
    const { contract } = request.routeOptions.config
    if (!contract || contract.access === 'operator') return done()
    const withdraw = lanes[contract.upload ? 'uploads' : 'calls'].enter((release) => {
      if (!release) return turnAway(response, request)
      takePlace(request, response, release)
      done()
    })
    // Whoever gives up while waiting is not worked for.
    if (!request.place) response.raw.once('close', withdraw)
  })
  app.addHook('preHandler', ({ place }, _response, done) => {
    if (place) place.isAtWork = true
    done()
  })
  return {
    workedOff: ({ place }) => place?.release(),
  }
}

const FULL = 'More is asked of this service than it can answer just now. Try again in a moment.'

/** Who goes away before its work began leaves no handler behind that would give the place back. */
function takePlace(request: FastifyRequest, response: FastifyReply, release: Release): void {
  const place = { release, isAtWork: false }
  request.place = place
  response.raw.once('close', () => place.isAtWork || release())
}

function showLoad(metrics: Metrics, lanes: Record<string, Admission>): void {
  metrics.gauge('souk_serving', 'Calls being answered or waiting for a place.', ['lane', 'state'], async () =>
    Object.entries(lanes).flatMap(([lane, { load }]) => [
      { labels: { lane, state: 'at_work' }, value: load.atWork },
      { labels: { lane, state: 'waiting' }, value: load.waiting },
    ]),
  )
}
