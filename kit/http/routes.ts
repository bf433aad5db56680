import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify'
import type { Call } from '../contract/call.ts'
import type { Reply } from '../contract/outcome.ts'
import { isRefusal, type Refusal, refuse } from '../contract/refusal.ts'
import type { CallContext } from '../service/context.ts'
import type { Dispatch } from '../service/dispatch.ts'
import { WHOLE_BODY } from '../service/validate.ts'
import type { Metrics } from '../telemetry/metrics.ts'
import { FAULT } from './between-processes.ts'
import { toRefusal } from './fault.ts'
import { readForwarded, readUpload, takeUploads } from './upload.ts'
import { writeRefusal, writeReply } from './write-reply.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What the route serves; health and pages serve none. */
    contract?: Call
  }
}

export interface RouteParts {
  readonly dispatch: Dispatch
  readonly metrics: Metrics
  /** Establishes who asks, under which trace and until when; or refuses. */
  readonly contextOf: (
    request: FastifyRequest,
    contract: Call,
  ) => CallContext | Refusal | Promise<CallContext | Refusal>
  readonly logFault: (fault: unknown, request: FastifyRequest) => void
  readonly traceIdOf: (request: FastifyRequest) => string
  /** Name, value, name, value: what Fastify would add when it sends. Finished pages are not sent by it. */
  readonly baseHeadersOf?: (request: FastifyRequest) => readonly string[]
  /** Who asks is another process of ours: it is also told what only code needs to know. */
  readonly isBetweenProcesses?: boolean
  /** Called when a request that reached its handler is worked off, whether or not its answer could still be sent. */
  readonly workedOff?: (request: FastifyRequest) => void
}

const METHODS: HTTPMethods[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']

/** Serves contracts over HTTP: each becomes a route, its other methods answer 405, and every error is a problem. */
export function serveContracts(app: FastifyInstance, contracts: readonly Call[], parts: RouteParts): void {
  app.setErrorHandler((fault, request, response) =>
    writeRefusal(toRefusal(fault, request.routeOptions.config.contract), parts.traceIdOf(request), {
      response,
    }),
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
    config: { contract },
    handler: (request, response) => {
      const begun = performance.now()
      const end = () => {
        time(response.statusCode, performance.now() - begun)
        // What Fastify is still sending, it is to wait for.
        return response.sent ? undefined : response
      }
      const write = (reply: Reply) => {
        parts.workedOff?.(request)
        writeReply(contract, reply, { parts, request, response })
        return end()
      }
      const fail = (fault: unknown) => {
        parts.workedOff?.(request)
        writeFault(contract, fault, { parts, request, response })
        return end()
      }
      try {
        const reply = ask(contract, parts, request)
        return reply instanceof Promise ? reply.then(write).catch(fail) : write(reply)
      } catch (fault) {
        return fail(fault)
      }
    },
  })
}

/** Without a promise where nobody has to be waited for: a page from memory leaves in the turn it was asked for. */
function ask(contract: Call, parts: RouteParts, request: FastifyRequest): Reply | Promise<Reply> {
  const askAs = (context: CallContext | Refusal): Reply | Promise<Reply> => {
    if (isRefusal(context)) return { ok: false, refusal: context }
    const input = inputOf(request, contract)
    if (!contract.upload) return parts.dispatch(contract, input, context)
    const reading = parts.isBetweenProcesses ? readForwarded(request) : readUpload(request)
    return reading.then((upload) => parts.dispatch(contract, input, { ...context, upload }))
  }
  const context = parts.contextOf(request, contract)
  return context instanceof Promise ? context.then(askAs) : askAs(context)
}

function writeFault(
  contract: Call,
  fault: unknown,
  { parts, request, response }: { parts: RouteParts; request: FastifyRequest; response: FastifyReply },
): void {
  const refusal = toRefusal(fault, contract)
  const traceId = parts.traceIdOf(request)
  if (refusal.code === 'internal_error' || refusal.code === 'unavailable') {
    parts.logFault(fault, request)
    if (parts.isBetweenProcesses) response.header(FAULT, '1')
  }
  writeRefusal(refusal, traceId, { response, contract })
}

/** Path, query and body as one flat input; the door checks it. */
function inputOf({ params, query, body }: FastifyRequest, contract: Call): Record<string, unknown> {
  const isBare = contract.upload || body === undefined || body === null
  if (isBare && isEmpty(query)) return params as Record<string, unknown>
  if (isBare) return { ...(query as object), ...(params as object) }
  if (typeof body !== 'object' || Array.isArray(body)) return { [WHOLE_BODY]: body, ...(params as object) }
  return { ...body, ...(query as object), ...(params as object) }
}

const isEmpty = (fields: unknown): boolean => {
  for (const _ in fields as object) return false
  return true
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
