import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify'
import type { Call } from '../contract/call.ts'
import { isRefusal, type Refusal, refuse } from '../contract/refusal.ts'
import type { CallContext } from '../service/context.ts'
import type { Dispatch } from '../service/dispatch.ts'
import { WHOLE_BODY } from '../service/validate.ts'
import type { Metrics } from '../telemetry/metrics.ts'
import { toRefusal } from './fault.ts'
import { readUpload, takeUploads } from './upload.ts'
import { writeRefusal, writeReply } from './write-reply.ts'

export interface RouteParts {
  readonly dispatch: Dispatch
  readonly metrics: Metrics
  /** Establishes who asks, under which trace and until when; or refuses. */
  readonly contextOf: (
    request: FastifyRequest,
    contract: Call,
  ) => CallContext | Refusal | Promise<CallContext | Refusal>
  readonly logFault: (fault: unknown, traceId: string) => void
  readonly traceIdOf: (request: FastifyRequest) => string
}

const METHODS: HTTPMethods[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']

/** Serves contracts over HTTP: each becomes a route, its other methods answer 405, and every error is a problem. */
export function serveContracts(app: FastifyInstance, contracts: readonly Call[], parts: RouteParts): void {
  app.setErrorHandler((fault, request, response) =>
    writeRefusal(toRefusal(fault), parts.traceIdOf(request), { response }),
  )
  const plain = contracts.filter(({ upload }) => !upload)
  for (const contract of plain) route(app, contract, parts)
  app.register(async (scope) => {
    takeUploads(scope)
    for (const contract of contracts.filter(({ upload }) => upload)) route(scope, contract, parts)
  })
  for (const [url, methods] of methodsByUrl(contracts)) {
    const others = METHODS.filter((method) => !methods.includes(method))
    if (others.length === 0) continue
    app.route({
      method: others,
      url,
      handler: (request, response) => refuseMethod(methods, { request, response }, parts),
    })
  }
}

const urlOf = ({ path }: Call) => path.replaceAll(/\{(\w+)\}/g, ':$1')

function route(app: FastifyInstance, contract: Call, parts: RouteParts): void {
  const time = parts.metrics.routeTimer(contract.method, contract.path)
  app.route({
    method: contract.method,
    url: urlOf(contract),
    handler: async (request, response) => {
      const begun = performance.now()
      await answer(contract, parts, { request, response })
      time(response.statusCode, performance.now() - begun)
      return response
    },
  })
}

async function answer(
  contract: Call,
  parts: RouteParts,
  http: { request: FastifyRequest; response: FastifyReply },
) {
  const { request, response } = http
  const traceId = parts.traceIdOf(request)
  try {
    const context = await parts.contextOf(request, contract)
    if (isRefusal(context)) return writeRefusal(context, traceId, { response, contract })
    const upload = contract.upload && (await readUpload(request))
    const reply = await parts.dispatch(
      contract,
      inputOf(request, contract),
      upload ? { ...context, upload } : context,
    )
    return writeReply(contract, reply, traceId, http)
  } catch (fault) {
    const refusal = toRefusal(fault)
    if (refusal.code === 'internal_error' || refusal.code === 'unavailable') parts.logFault(fault, traceId)
    return writeRefusal(refusal, traceId, { response, contract })
  }
}

/** Path, query and body as one flat input; the door checks it. */
function inputOf({ params, query, body }: FastifyRequest, contract: Call): Record<string, unknown> {
  if (contract.upload || body === undefined || body === null)
    return { ...(query as object), ...(params as object) }
  if (typeof body !== 'object' || Array.isArray(body)) return { [WHOLE_BODY]: body, ...(params as object) }
  return { ...body, ...(query as object), ...(params as object) }
}

function methodsByUrl(contracts: readonly Call[]): Map<string, string[]> {
  const byUrl = new Map<string, string[]>()
  for (const contract of contracts) {
    const url = urlOf(contract)
    byUrl.set(url, [...(byUrl.get(url) ?? []), contract.method])
  }
  return byUrl
}

function refuseMethod(
  methods: string[],
  { request, response }: { request: FastifyRequest; response: FastifyReply },
  parts: RouteParts,
) {
  response.header('allow', methods.join(', '))
  const refusal = refuse('method_not_allowed', { detail: `Use ${methods.join(' or ')}.` })
  return writeRefusal(refusal, parts.traceIdOf(request), { response })
}
