import { Pool } from 'undici'

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

// A slow provider holds a connection for each waiting shopper; beyond these they queue within their own patience.
const CONNECTIONS = 128

/** Speaks the sandbox’s HTTP over kept-alive connections; gives up after `patience` milliseconds in all. */
export function sandboxClient({ url, apiKey, patience }: ClientSettings) {
  const pool = new Pool(url, { connections: CONNECTIONS, headersTimeout: 0, bodyTimeout: 0 })
  const authorization = `Bearer ${apiKey}`

  async function ask(
    method: 'GET' | 'POST',
    path: string,
    sent?: { key: string; body: object },
  ): Promise<Answered> {
    try {
      const answer = await pool.request({
        method,
        path,
        headers: {
          authorization,
          ...(sent && { 'content-type': 'application/json', 'idempotency-key': sent.key }),
        },
        body: sent ? JSON.stringify(sent.body) : null,
        signal: AbortSignal.timeout(patience),
      })
      return { status: answer.statusCode, body: await answer.body.json() }
    } catch (fault) {
      return { status: 0, body: undefined, fault: fault instanceof Error ? fault.name : String(fault) }
    }
  }
  return { ask }
}
