import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'
import type { Call } from '../contract/call.ts'
import { operatorsCalls } from '../contract/operators.ts'
import { refuse } from '../contract/refusal.ts'
import { minutes, seconds } from '../runtime/clock.ts'
import type { Caller } from '../service/caller.ts'
import type { CallContext } from '../service/context.ts'
import type { ServiceDefinition } from '../service/definition.ts'
import type { Environment } from '../service/environment.ts'
import type { RunningService } from '../service/open-service.ts'
import { logUnder } from '../telemetry/log.ts'
import { newTrace, readTraceparent } from '../telemetry/trace-context.ts'
import { FAULT, IDENTITY, TIMEOUT } from './between-processes.ts'
import { type Drain, drains } from './drain.ts'
import { HEALTH_PATHS, health } from './health.ts'
import { verifier } from './identity.ts'
import type { ProcessKeys } from './process-keys.ts'
import { serveContracts } from './routes.ts'
import { type ShedParts, shedsLoad } from './shed.ts'
import { writeRefusal } from './write-reply.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks, as far as a signature says, and until when: known before anything waits. */
    asked: Pick<CallContext, 'caller' | 'deadline'>
  }
}

export interface ServeParts {
  readonly environment: Environment
  readonly keys: Pick<ProcessKeys, 'name' | 'verifies'>
  readonly limits?: Pick<ShedParts, 'calls' | 'uploads'>
  /** A service that closes still answers until nobody has asked for so long, in milliseconds. */
  readonly noticeMs?: number
}

export interface ServedService {
  readonly app: FastifyInstance
  /**
   * Is not ready from now on, and answers until everybody has noticed and asks elsewhere; then finishes what is under
   * way and closes, within the time given. To be called once the registry was told.
   */
  readonly drain: Drain
}

/** The gateway takes a JSON body of 1 MiB; written anew it can be longer. */
const MOST_BODY_BYTES = 8 * 1_048_576
const MOST_TIME_MS = minutes(30)
const USUAL_TIME_MS = seconds(10)
const NOTICE_MS = 500

/**
 * A service alone in its process, over HTTP. Only callers that carry an identity signed for this service
 * are answered; health and metrics are open to whoever reaches the port.
 */
export function serveService(
  definition: Pick<ServiceDefinition, 'name'> & {
    readonly answers: readonly { readonly contract: Call }[]
  },
  running: Pick<RunningService, 'answer' | 'isReady'>,
  { environment, keys, limits = {}, noticeMs = NOTICE_MS }: ServeParts,
): ServedService {
  const { metrics } = environment
  const log = environment.log.child({ service: definition.name })
  const app = Fastify({
    logger: false,
    bodyLimit: MOST_BODY_BYTES,
    // Whoever asks on a line that was kept open is answered.
    return503OnClosing: false,
    // As at the gateway: contracts say how long a field may be.
    routerOptions: { maxParamLength: Number.MAX_SAFE_INTEGER },
  })
  const close = drains(app)
  admitSigned(app, { environment, keys })
  const shedding = shedsLoad(app, { metrics, traceIdOf, ...limits })
  const own = definition.answers.map(({ contract }) => contract)
  serveContracts(app, [...own, ...Object.values(operatorsCalls(definition.name))], {
    dispatch: running.answer,
    metrics,
    traceIdOf,
    logFault(err, { headers }) {
      const trace = readTraceparent(headers.traceparent as string | undefined)
      const traced = trace ? logUnder(log, trace) : log
      traced.error({ err }, 'a call failed')
    },
    contextOf: (request) => contextOf(request, environment),
    isBetweenProcesses: true,
    workedOff: shedding.workedOff,
  })
  let isClosing = false
  health(app, { metrics, isReady: async () => !isClosing && (await running.isReady()) })
  app.setNotFoundHandler((request, response) =>
    writeRefusal(refuse('not_found'), traceIdOf(request), { response: response.header(FAULT, '1') }),
  )
  const drain: Drain = async (withinMs) => {
    isClosing = true
    await close(withinMs, noticeMs)
  }
  return { app, drain }
}

const traceIdOf = ({ headers }: FastifyRequest): string =>
  readTraceparent(headers.traceparent as string | undefined)?.traceId ?? ''

/** Before anything else, for whatever address: who carries no identity learns nothing and takes no place. */
function admitSigned(
  app: FastifyInstance,
  { environment, keys }: Pick<ServeParts, 'environment' | 'keys'>,
): void {
  const verify = verifier(keys)
  app.decorateRequest('asked')
  app.addHook('onRequest', (request, response, done) => {
    if (HEALTH_PATHS.has(request.routeOptions.url ?? '')) return done()
    const now = environment.clock.now()
    const deed = { method: request.method, path: request.url }
    const caller: Caller | undefined = verify(request.headers[IDENTITY], deed, now)
    if (caller) {
      request.asked = { caller, deadline: now + timeOf(request.headers[TIMEOUT]) }
      return done()
    }
    const refusal = refuse('unauthenticated', {
      detail: 'Only signed callers of the fleet are answered here.',
    })
    writeRefusal(refusal, traceIdOf(request), { response: response.header(FAULT, '1') })
  })
}

function timeOf(header: unknown): number {
  const given = Number(header ?? USUAL_TIME_MS)
  return given > 0 ? Math.min(given, MOST_TIME_MS) : 0
}

function contextOf({ asked, headers }: FastifyRequest, { random }: Environment): CallContext {
  const given = headers as Record<string, string | undefined>
  return {
    ...asked,
    trace: readTraceparent(given.traceparent) ?? newTrace(random, false),
    idempotencyKey: given['idempotency-key'],
    ifMatch: given['if-match'],
  }
}
