import { seconds } from '@souk/kit/runtime'
import { Pool } from 'undici'
import { breaker, type Course } from './breaker.ts'
import { retryBudget } from './retry-budget.ts'

export interface ClientSettings {
  readonly url: string
  readonly apiKey: string
  readonly patience: number
}

/** What came back: status 0 and the fault’s name when nothing did. */
export interface Answered {
  readonly status: number
  readonly body: unknown
  readonly fault?: string
}

interface Sent {
  readonly key: string
  readonly body: object
}

// A slow provider holds a connection for each waiting shopper; beyond these they queue within their own patience.
const CONNECTIONS = 128

/**
 * Speaks the sandbox’s HTTP over kept-alive connections; gives up after `patience` milliseconds in all. What the
 * provider failed at is asked once more, within a budget; every request carries its key, so that is harmless.
 */
export function sandboxClient({ url, apiKey, patience }: ClientSettings) {
  const pool = new Pool(url, { connections: CONNECTIONS, headersTimeout: 0, bodyTimeout: 0 })
  const authorization = `Bearer ${apiKey}`
  const { mayAsk, heard } = breaker(() => performance.now())
  const budget = retryBudget()

  async function ask(method: 'GET' | 'POST', path: string, sent?: Sent): Promise<Answered> {
    const signal = AbortSignal.timeout(patience)
    budget.earn()
    const first = await askOnce(method, path, { sent, signal })
    return first.status >= 500 && budget.spend() ? await askOnce(method, path, { sent, signal }) : first
  }

  async function askOnce(
    method: 'GET' | 'POST',
    path: string,
    { sent, signal }: { sent: Sent | undefined; signal: AbortSignal },
  ): Promise<Answered> {
    if (!mayAsk()) return { status: 0, body: undefined, fault: 'the provider is left alone for a while' }
    try {
      const answer = await pool.request({
        method,
        path,
        headers: {
          authorization,
          ...(sent && { 'content-type': 'application/json', 'idempotency-key': sent.key }),
        },
        body: sent ? JSON.stringify(sent.body) : null,
        signal,
      })
      heard(courseOf(answer.statusCode, Number(answer.headers['retry-after'])))
      return { status: answer.statusCode, body: await answer.body.json() }
    } catch (fault) {
      heard({ went: 'ill' })
      return { status: 0, body: undefined, fault: fault instanceof Error ? fault.name : String(fault) }
    }
  }
  return { ask }
}

function courseOf(status: number, retryAfter: number): Course {
  if (status === 429) return { went: 'limited', retryAfterMs: seconds(retryAfter > 0 ? retryAfter : 1) }
  return { went: status >= 500 ? 'ill' : 'well' }
}
