import type { Reply } from '../contract/outcome.ts'
import { FAULT, NOT_BEGUN, REPLY_HEADERS } from './between-processes.ts'
import type { Problem } from './problem.ts'

export interface ReceivedAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly bytes: Buffer
}

/** What an HTTP answer of another process comes down to. */
export type Told =
  | { readonly is: 'reply'; readonly reply: Reply }
  /** It cannot just now. */
  | {
      readonly is: 'busy'
      readonly detail: string
      readonly retryAfterMs: number
      readonly mayHaveBegun: boolean
    }
  /** It failed, or it answered what nobody can read. */
  | { readonly is: 'fault'; readonly detail: string }

const DEFAULT_RETRY_AFTER_S = 1

/** Reads what `writeReply` and `writeRefusal` wrote. */
export function readAnswer(answer: ReceivedAnswer): Told {
  const { status, headers, bytes } = answer
  try {
    if (status < 300) return { is: 'reply', reply: readReply(answer) }
    const { code, detail, errors } = JSON.parse(bytes.toString('utf8')) as Problem
    if (typeof code !== 'string') return unreadable(status)
    const isFault = headers[FAULT] !== undefined || headers[NOT_BEGUN] !== undefined
    if (isFault && status === 503) return busy(headers, detail ?? code)
    if (isFault || (status >= 500 && status !== 503)) return { is: 'fault', detail: `it answered ${code}` }
    return {
      is: 'reply',
      reply: { ok: false, refusal: { refused: true, code, detail, errors }, ...replayedOf(headers) },
    }
  } catch {
    return unreadable(status)
  }
}

/** The headers the feature chose, if any. */
export function chosenHeaders(headers: ReceivedAnswer['headers']): { headers?: Record<string, string> } {
  const names = headers[REPLY_HEADERS]
  if (typeof names !== 'string') return {}
  return { headers: Object.fromEntries(names.split(',').map((name) => [name, String(headers[name] ?? '')])) }
}

function readReply({ status, headers, bytes }: ReceivedAnswer): Reply {
  const { etag } = headers
  if (typeof etag === 'string' && headers['cache-control'] === 'no-cache')
    return { ok: true, status, rendered: { rendered: true, bytes, etag } }
  const body = bytes.length > 0 ? JSON.parse(bytes.toString('utf8')) : undefined
  return { ok: true, status, body, ...chosenHeaders(headers), ...replayedOf(headers) }
}

/** A feature that keeps its keys itself says so in a header of its own, which stays one. */
const replayedOf = (headers: ReceivedAnswer['headers']): { replayed?: true } => {
  const isOwn = chosenHeaders(headers).headers?.['idempotent-replayed'] !== undefined
  return headers['idempotent-replayed'] !== undefined && !isOwn ? { replayed: true } : {}
}

const busy = (headers: ReceivedAnswer['headers'], detail: string): Told => ({
  is: 'busy',
  detail,
  retryAfterMs: 1_000 * (Number(headers['retry-after']) || DEFAULT_RETRY_AFTER_S),
  mayHaveBegun: headers[NOT_BEGUN] === undefined,
})

const unreadable = (status: number): Told => ({
  is: 'fault',
  detail: `it answered ${status} with something that is not an answer of ours`,
})
