import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Call } from '../contract/call.ts'
import type { Rendered, Reply } from '../contract/outcome.ts'
import type { Refusal } from '../contract/refusal.ts'
import { REPLY_HEADERS } from './between-processes.ts'
import { retryAfter, toProblem } from './problem.ts'
import type { RouteParts } from './routes.ts'

const JSON_TYPE = 'application/json; charset=utf-8'

interface WritingParts {
  readonly parts: Pick<RouteParts, 'traceIdOf' | 'baseHeadersOf' | 'isBetweenProcesses'>
  readonly request: FastifyRequest
  readonly response: FastifyReply
}

/** Writes what a door replied as an HTTP answer. */
export function writeReply(contract: Call, reply: Reply, { parts, request, response }: WritingParts): void {
  if (reply.ok && 'rendered' in reply) {
    writeRendered(reply.rendered, parts.baseHeadersOf?.(request) ?? [], { request, response })
    return
  }
  response.header('cache-control', 'no-store')
  if (reply.replayed) response.header('idempotent-replayed', 'true')
  if (!reply.ok) return void writeRefusal(reply.refusal, parts.traceIdOf(request), { response, contract })
  if (reply.headers) writeChosen(reply.headers, { parts, response })
  const version = versionOf(reply.body)
  if (version !== undefined && contract.access.startsWith('staff:')) response.header('etag', `"${version}"`)
  if (isUnchanged(reply, request)) return void writeUnchanged(reply, response)
  response.code(reply.status)
  if (reply.status === 204) return void response.send()
  const { produces = JSON_TYPE } = contract
  const body = contract.produces ? reply.body : JSON.stringify(reply.body)
  // Where a call produces one of several types, the feature says which.
  response.header('content-type', reply.headers?.['content-type'] ?? produces).send(body)
}

type Accepted = Extract<Reply, { body: unknown }>

/** Whoever asks has what the feature tagged. */
const isUnchanged = ({ headers }: Accepted, { headers: asked }: FastifyRequest): boolean =>
  headers?.etag !== undefined && isCurrent(asked['if-none-match'], headers.etag)

function writeUnchanged({ body }: Accepted, response: FastifyReply): void {
  if (body instanceof Readable) body.destroy()
  response.removeHeader('content-length').removeHeader('content-type').code(304).send()
}

function writeChosen(
  headers: Record<string, string>,
  { parts, response }: Pick<WritingParts, 'parts' | 'response'>,
): void {
  response.headers(headers)
  const names = Object.keys(headers)
  if (parts.isBetweenProcesses && names.length > 0) response.header(REPLY_HEADERS, names.join(','))
}

/** The hottest answers there are: finished bytes, past Fastify's own sending, headers in one go. */
function writeRendered(
  { bytes, etag }: Rendered,
  baseHeaders: readonly string[],
  { request, response }: { request: FastifyRequest; response: FastifyReply },
): void {
  const headers = [...baseHeaders, 'etag', etag, 'cache-control', 'no-cache']
  const isUnchanged = isCurrent(request.headers['if-none-match'], etag)
  if (!isUnchanged) headers.push('content-type', JSON_TYPE, 'content-length', String(bytes.length))
  response.raw.writeHead(isUnchanged ? 304 : 200, headers)
  response.hijack()
  // node:http leaves the body out of a 304 and of what answers HEAD.
  response.raw.end(bytes)
}

export function writeRefusal(
  refusal: Refusal,
  traceId: string,
  { response, contract }: { response: FastifyReply; contract?: Call },
): FastifyReply {
  const problem = toProblem(refusal, traceId, contract)
  const wait = refusal.retryAfter ?? retryAfter[problem.code]
  if (wait !== undefined && !response.hasHeader('retry-after')) response.header('retry-after', wait)
  return response
    .code(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(JSON.stringify(problem))
}

const versionOf = (body: unknown): number | undefined => {
  const version = (body as { version?: unknown } | undefined)?.version
  return typeof version === 'number' ? version : undefined
}

/** `If-None-Match` compares weakly (RFC 9110, 13.1.2). */
const isCurrent = (header: string | undefined, etag: string): boolean =>
  header !== undefined &&
  (header === etag || header === '*' || header.split(',').some((one) => weak(one) === weak(etag)))

const weak = (etag: string) => etag.trim().replace(/^W\//, '')
