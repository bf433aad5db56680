import { Pool } from 'undici'

/** What came back: status 0 and the fault’s name when nothing did. */
export interface Answered {
  readonly status: number
  readonly text: string
  readonly fault?: string
}

export interface Request {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  /** Milliseconds; shorter than the carrier’s own for who cannot wait. */
  readonly patience?: number
}

const CONNECTIONS = 16
const MOST_BYTES = 1_048_576

/** Speaks to a carrier over kept-alive connections, for `patience` milliseconds at most in all. */
export function askAt(url: string, patience: number) {
  const { origin, pathname } = new URL(url)
  const pool = new Pool(origin, { connections: CONNECTIONS, headersTimeout: 0, bodyTimeout: 0 })
  const base = pathname.replace(/\/$/, '')
  return async ({ method, path, headers = {}, body, patience: own }: Request): Promise<Answered> => {
    try {
      const signal = AbortSignal.timeout(own ?? patience)
      const answer = await pool.request({ method, path: base + path, headers, body: body ?? null, signal })
      if (Number(answer.headers['content-length'] ?? 0) > MOST_BYTES) {
        await answer.body.dump({ limit: 0 })
        return { status: 0, text: '', fault: 'an answer too large' }
      }
      return { status: answer.statusCode, text: await answer.body.text() }
    } catch (fault) {
      return { status: 0, text: '', fault: fault instanceof Error ? fault.name : String(fault) }
    }
  }
}

export const whyOf = ({ status, fault }: Answered): string => fault ?? `it answered ${status}`
