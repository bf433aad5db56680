import { request } from 'undici'
import { type Call, pathFields } from '../contract/call.ts'
import type { Reply } from '../contract/outcome.ts'
import type { Clock } from '../runtime/clock.ts'
import { type Dispatch, Unavailable } from '../service/dispatch.ts'
import type { Upload } from '../service/rooms.ts'
import { writeTraceparent } from '../telemetry/trace-context.ts'
import { signIdentity } from './identity.ts'
import type { Problem } from './problem.ts'

export interface HttpDispatchParts {
  /** Where a service is just now, by its logical name. */
  readonly locate: (service: string) => string | undefined
  readonly secret: string
  readonly clock: Clock
}

/** Carries calls to services in other processes; the same interface as within one. */
export function httpDispatch({ locate, secret, clock }: HttpDispatchParts): Dispatch {
  return async (contract, input, context) => {
    const base = locate(contract.service)
    if (!base) throw new Unavailable(`${contract.service} is nowhere to be found`)
    const budget = context.deadline - clock.now()
    if (budget <= 0) throw new Unavailable('no time left to ask')
    const { url, body } = address(contract, input)
    const headers: Record<string, string> = {
      'souk-identity': signIdentity(
        { caller: context.caller, audience: contract.service },
        secret,
        clock.now(),
      ),
      'souk-deadline': String(context.deadline),
      traceparent: writeTraceparent(context.trace),
    }
    if (body) headers['content-type'] = 'application/json'
    if (context.upload)
      Object.assign(headers, webhookHeaders(context.upload), { 'content-type': context.upload.contentType })
    if (context.idempotencyKey) headers['idempotency-key'] = context.idempotencyKey
    if (context.ifMatch) headers['if-match'] = context.ifMatch
    const answer = await request(`${base}${url}`, {
      method: contract.method,
      headers,
      body: context.upload?.stream ?? body ?? null,
      headersTimeout: budget,
      bodyTimeout: contract.produces ? 0 : budget,
    })
    if (contract.produces && answer.statusCode < 300)
      return { ok: true, status: answer.statusCode, body: answer.body }
    return toReply(answer.statusCode, answer.headers, Buffer.from(await answer.body.arrayBuffer()))
  }
}

/** Of what came beside an upload, only what its reader checks goes on: the Standard Webhooks headers. */
const webhookHeaders = ({ headers = {} }: Upload): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => name.startsWith('webhook-')))

function address(contract: Call, input: Record<string, unknown>): { url: string; body: string | undefined } {
  const rest = { ...input }
  let url = contract.path
  for (const field of pathFields(contract.path)) {
    url = url.replace(`{${field}}`, encodeURIComponent(String(rest[field])))
    delete rest[field]
  }
  const query = new URLSearchParams()
  for (const field of Object.keys(contract.query?.shape ?? {})) {
    if (rest[field] !== undefined) query.set(field, String(rest[field]))
    delete rest[field]
  }
  return {
    url: query.size > 0 ? `${url}?${query}` : url,
    body: contract.body ? JSON.stringify(rest) : undefined,
  }
}

function toReply(status: number, headers: Record<string, unknown>, bytes: Buffer): Reply {
  const replayed = headers['idempotent-replayed'] ? { replayed: true as const } : {}
  if (status < 300) {
    const etag = headers.etag
    if (typeof etag === 'string' && headers['cache-control'] === 'no-cache') {
      return { ok: true, status, rendered: { rendered: true, bytes, etag } }
    }
    return {
      ok: true,
      status,
      body: bytes.length > 0 ? JSON.parse(bytes.toString('utf8')) : undefined,
      ...replayed,
    }
  }
  const { code, detail, errors } = JSON.parse(bytes.toString('utf8')) as Problem
  if (status === 503) throw new Unavailable(detail ?? code)
  if (status >= 500) throw new Error(`the service failed: ${code}`)
  return { ok: false, refusal: { refused: true, code, detail, errors }, ...replayed }
}
