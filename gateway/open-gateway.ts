import { publicCalls } from '@souk/contracts/all'
import type { ServiceState } from '@souk/contracts/ops'
import { refuse } from '@souk/kit/contract'
import {
  type Drain,
  drains,
  health,
  type RouteParts,
  type ShedParts,
  serveContracts,
  shedsLoad,
  writeRefusal,
} from '@souk/kit/http'
import { seconds } from '@souk/kit/runtime'
import { askWith, type Dispatch, type Environment, watchCalls } from '@souk/kit/service'
import { logUnder, newTrace } from '@souk/kit/telemetry'
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'
import { authenticator } from './authenticate.ts'
import { carryBaseHeaders } from './base-headers.ts'
import { browserSessions } from './browsers/browser-sessions.ts'
import { hideTokens } from './browsers/hide-tokens.ts'
import { serveDocs } from './docs.ts'
import { establish } from './establish.ts'
import { fallingBack } from './fall-back.ts'
import { behindFlags } from './flags/behind-flags.ts'
import { flagStates } from './flags/flag-states.ts'
import { type GraphqlSettings, serveGraphql } from './graphql/serve-graphql.ts'
import { limitGuesses } from './limit-guesses.ts'
import { type Charge, limitRate } from './limit-rate.ts'
import { openOps } from './ops/open-ops.ts'
import type { AskInstances } from './ops/recollection.ts'
import { type Pages, servePages } from './pages/serve-pages.ts'
import { type Neighbour, serveNeighbours } from './proxy.ts'
import { secureHeaders } from './security-headers.ts'
import { traceRequests } from './traces.ts'
import { watchRoutes } from './watch-routes.ts'

export type { AskInstances } from './ops/recollection.ts'
export type { Pages } from './pages/serve-pages.ts'
export { PAGE_POLICY } from './security-headers.ts'

export interface GatewayParts {
  readonly environment: Environment
  /** Carries a call to its service, in this process or another. */
  readonly dispatch: Dispatch
  readonly isReady: () => Promise<boolean>
  /** The services there should be; one that is not there is missed by its name. */
  readonly serviceNames: readonly string[]
  readonly services: () => Promise<ServiceState[]>
  /** Where services are in other processes: asks each instance of a service, to gather what they remember. */
  readonly askInstances?: AskInstances | undefined
  /** Who else answers in a process of its own, such as the auditor. */
  readonly others?: readonly string[]
  readonly neighbours?: readonly Neighbour[]
  /** What people see: the storefront and the apps of staff, where they are built. */
  readonly web?: Pages
  /** Pages beside them. */
  readonly pages?: (app: FastifyInstance) => void
  readonly isRateLimited: boolean
  /** Whether browsers reach the shop over TLS. */
  readonly isSecure: boolean
  readonly isOpenOnLoopback: boolean
  readonly readsSampled: number
  readonly graphql: GraphqlSettings
  /** How much is worked on at once, and how much waits how long for its turn. */
  readonly load?: Required<ShedParts>['calls']
}

/** More than every service together works on at once; who waits longer than this has gone elsewhere. */
const LOAD: Required<ShedParts>['calls'] = { atOnce: 256, waiting: 2_000, patienceMs: seconds(2) }
/** Connections that may wait to be taken, in a rush; Linux allows so many unless told otherwise. */
export const BACKLOG = 4_096
const MAX_BODY_BYTES = 1_048_576
/** Every request of somebody signed in may have to wait for it. */
const SESSION_ASKED_FOR_MS = seconds(3)
/** What is known of features is good enough. */
const FLAGS_ASKED_FOR_MS = seconds(1)

export interface Gateway {
  readonly app: FastifyInstance
  readonly drain: Drain
}

/** The only public port: who may ask, how much, and where it goes. It knows contracts, not services. */
export function openGateway(given: GatewayParts): Gateway {
  const log = given.environment.log.child({ service: 'gateway' })
  const environment = { ...given.environment, log }
  const watched = watchCalls(given.dispatch, 'gateway', environment)
  const flags = flagStates({ ...environment, ask: askAsGateway(environment, watched, FLAGS_ASKED_FOR_MS) })
  const dispatch = limitGuesses(behindFlags(fallingBack(watched, environment), flags), environment.clock)
  const parts = { ...given, environment, dispatch }
  const app = Fastify({
    logger: false,
    bodyLimit: MAX_BODY_BYTES,
    // Contracts say how long a field may be; node:http bounds the whole head at 16 KiB.
    routerOptions: { maxParamLength: Number.MAX_SAFE_INTEGER },
    forceCloseConnections: 'idle',
    // Whoever asks on a line that was kept open is answered.
    return503OnClosing: false,
    // An address whose escapes cannot be read is taken by its letters, so that it is traced, limited and not found.
    frameworkErrors(_fault, { raw }, response) {
      raw.url = encodeURI(raw.url ?? '')
      app.routing(raw, response.raw)
    },
  })
  const drain = drains(app)
  carryBaseHeaders(app)
  secureHeaders(app)
  const { traceNow } = traceRequests(app, {
    tracer: environment.tracer('gateway'),
    random: environment.random,
    readsSampled: parts.readsSampled,
  })
  const charge: Charge = parts.isRateLimited ? limitRate(app, environment.clock) : () => undefined
  const traceIdOf = ({ trace }: FastifyRequest) => trace.traceId
  const { workedOff } = shedsLoad(app, { metrics: environment.metrics, traceIdOf, calls: parts.load ?? LOAD })
  const askSessions = askAsGateway(environment, watched, SESSION_ASKED_FOR_MS)
  const authenticate = authenticator({ ask: askSessions, clock: environment.clock })
  const sessions = browserSessions(app, {
    ask: askSessions,
    clock: environment.clock,
    isSecure: parts.isSecure,
  })
  hideTokens(app, sessions)
  const { isOpenOnLoopback } = parts
  const routes: RouteParts = {
    dispatch: withOps(parts),
    metrics: watchRoutes(environment.metrics, environment.memory.traffic),
    contextOf: establish({ authenticate, clock: environment.clock, isOpenOnLoopback }),
    traceIdOf,
    workedOff,
    baseHeadersOf: ({ baseHeaders }) => baseHeaders,
    logFault: (err, { trace }) => logUnder(log, trace).error({ err }, 'a request failed'),
  }
  serveContracts(app, publicCalls, routes)
  serveGraphql(app, { ...routes, charge, traceNow, settings: parts.graphql })
  health(app, { metrics: environment.metrics, isReady: parts.isReady })
  serveDocs(app)
  serveNeighbours(app, parts.neighbours ?? [])
  parts.pages?.(app)
  if (parts.web)
    servePages(app, {
      ...{ ...routes, pages: parts.web, isSecure: parts.isSecure, sessions },
      newId: (prefix) => environment.ids.next(prefix),
    })
  app.setNotFoundHandler((request, response) =>
    writeRefusal(
      refuse('not_found', {
        detail: `There is no ${request.url.split('?')[0]} here; /docs lists what there is.`,
      }),
      request.trace.traceId,
      { response },
    ),
  )
  return { app, drain }
}

/** What operators ask is answered here, everything else where it belongs. */
function withOps(parts: GatewayParts): Dispatch {
  const { environment, dispatch, serviceNames: names, services: states, askInstances, others = [] } = parts
  const ops = openOps({ environment, dispatch, names, states, askInstances, others })
  return (contract, input, context) => (contract.service === 'ops' ? ops : dispatch)(contract, input, context)
}

const askAsGateway = ({ clock, random }: Environment, dispatch: Dispatch, withinMs: number) =>
  askWith(dispatch, () => ({
    caller: { kind: 'service', name: 'gateway' },
    trace: newTrace(random, false),
    deadline: clock.now() + withinMs,
  }))
