/** Why the shop says no: RFC 9457. */
export interface Problem {
  readonly status: number
  readonly title: string
  readonly code: string
  readonly detail?: string
  readonly traceId?: string
}

/** `away`: nobody answered, or with something no shop would say. */
export type Trouble = { readonly kind: 'away' } | { readonly kind: 'refused'; readonly problem: Problem }

export type Told<Answer> =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly trouble: Trouble }

export interface Asking {
  readonly method?: 'GET' | 'POST' | 'PATCH'
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  readonly withinMs?: number
}

export type Ask = <Answer>(path: string, asking?: Asking) => Promise<Told<Answer>>

const ANSWERED_WITHIN_MS = 10_000

/** Asks the shop this page came from. Whatever goes wrong is an answer too: nothing is thrown. */
export const ask: Ask = async <Answer>(path: string, asking: Asking = {}): Promise<Told<Answer>> => {
  const { method = 'GET', body, headers, withinMs = ANSWERED_WITHIN_MS } = asking
  try {
    const response = await fetch(path, {
      method,
      cache: 'no-store',
      signal: AbortSignal.timeout(withinMs),
      headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    return read<Answer>(response.status, await response.text())
  } catch {
    return AWAY
  }
}

const AWAY = { ok: false, trouble: { kind: 'away' } } as const

/** What an answer says, by its status and its text. */
export function read<Answer>(status: number, text: string): Told<Answer> {
  const said = parse(text)
  if (status < 300 && (text === '' || said !== undefined)) return { ok: true, answer: said as Answer }
  return isProblem(said) ? { ok: false, trouble: { kind: 'refused', problem: said } } : AWAY
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const isProblem = (said: unknown): said is Problem =>
  typeof said === 'object' && said !== null && 'code' in said && 'title' in said && 'status' in said
