import type { FastifyError } from 'fastify'
import type { Call } from '../contract/call.ts'
import { type Refusal, refuse } from '../contract/refusal.ts'
import { Unavailable } from '../service/dispatch.ts'

const CONNECTION_FAULTS = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'CONNECT_TIMEOUT',
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'EPIPE',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '55P03',
  '57014',
  'UND_ERR_SOCKET',
  'UND_ERR_HEADERS_TIMEOUT',
])

/** The NUL character, which PostgreSQL keeps in no text and no JSON. */
const NUL_FAULTS = new Set(['22021', '22P05'])

/** What a client is told of something thrown: that its request was malformed, or that we could not answer. */
export function toRefusal(thrown: unknown, contract?: Call): Refusal {
  const { code, statusCode, message } = thrown as FastifyError
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE' || statusCode === 413) {
    return refuse('body_too_large', { detail: 'A JSON body may be 1 MiB, an upload 100 MiB.' })
  }
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE')
    return refuse('unsupported_media_type', {
      detail: `Send ${(contract?.upload ?? ['application/json']).join(', ')}.`,
    })
  if (statusCode === 400 || thrown instanceof SyntaxError)
    return refuse('malformed_json', { detail: message })
  if (NUL_FAULTS.has(code))
    return refuse('invalid_request', { detail: 'Text may not hold the NUL character (U+0000).' })
  if (thrown instanceof Unavailable || CONNECTION_FAULTS.has(code)) {
    return refuse('unavailable', { detail: 'Try again in a moment.' })
  }
  return refuse('internal_error', { detail: 'The fault is logged under this trace id.' })
}
