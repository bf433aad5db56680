import Fastify, { type FastifyInstance } from 'fastify'
import { operatorsCalls } from '../contract/operators.ts'
import { refuse } from '../contract/refusal.ts'
import { seconds } from '../runtime/clock.ts'
import type { ServiceDefinition } from '../service/definition.ts'
import type { Environment } from '../service/environment.ts'
import type { RunningService } from '../service/open-service.ts'
import { logUnder } from '../telemetry/log.ts'
import { newTrace, readTraceparent } from '../telemetry/trace-context.ts'
import { health } from './health.ts'
import { readIdentity } from './identity.ts'
import { serveContracts } from './routes.ts'

/**
 * A service alone in its process, over HTTP. Only callers that carry an identity signed for this service
 * are answered; health and metrics are open to whoever reaches the port.
 */
export function serveService(
  definition: Pick<ServiceDefinition, 'name' | 'answers'>,
  running: RunningService,
  { environment, secret }: { environment: Environment; secret: string },
): FastifyInstance {
  const app = Fastify({ logger: false, bodyLimit: 1_048_576 })
  serveContracts(
    app,
    [
      ...definition.answers.map(({ contract }) => contract),
      ...Object.values(operatorsCalls(definition.name)),
    ],
    {
      dispatch: running.answer,
      metrics: environment.metrics,
      traceIdOf: (request) =>
        readTraceparent(request.headers.traceparent as string | undefined)?.traceId ?? '',
      logFault(err, request) {
        const trace = readTraceparent(request.headers.traceparent as string | undefined)
        const log = environment.log.child({ service: definition.name })
        const traced = trace ? logUnder(log, trace) : log
        traced.error({ err }, 'a call failed')
      },
      contextOf(request) {
        const now = environment.clock.now()
        const given = request.headers['souk-identity'] as string | undefined
        const caller = readIdentity(given, definition.name, { secret, now })
        if (!caller)
          return refuse('unauthenticated', { detail: 'Only signed callers of the fleet are answered here.' })
        const headers = request.headers as Record<string, string | undefined>
        return {
          caller,
          trace: readTraceparent(headers.traceparent) ?? newTrace(environment.random, false),
          deadline: Number(headers['souk-deadline'] ?? now + seconds(10)),
          idempotencyKey: headers['idempotency-key'],
          ifMatch: headers['if-match'],
        }
      },
    },
  )
  health(app, { metrics: environment.metrics, isReady: () => running.isReady() })
  return app
}
