import { HttpError } from 'react-admin'
import { attempts, randomKey } from './attempts.ts'
import { fieldErrorsOf, isProblem, type Problem, sentenceOf, strangeProblem } from './problem.ts'

export interface Asked {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly query?: Readonly<Record<string, unknown>>
  readonly body?: unknown
  /** Sent as it is, instead of a body of JSON. */
  readonly file?: File
  /** Of what was seen: somebody else’s change meanwhile is a refusal, 412 `version_conflict`. */
  readonly version?: number | undefined
  /** Carries an idempotency key, so that a second try after no answer does nothing twice. */
  readonly isOnce?: boolean
  readonly headers?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
}

const { keyOf, answered } = attempts(randomKey)

/** Asks the shop in the name of who is signed in; a refusal is thrown as react-admin knows it. */
export async function ask<Answer>(path: string, asked: Asked = {}): Promise<Answer> {
  const { method = 'GET', query = {}, body, file, signal } = asked
  const sent = body === undefined ? undefined : JSON.stringify(body)
  const payload = file ?? sent
  const request = `${method} ${path} ${sent ?? ''}`
  const response = await fetch(path + queryText(query), {
    method,
    headers: headersOf(asked, request),
    ...(payload !== undefined && { body: payload }),
    ...(signal && { signal }),
  }).catch((cause: unknown) => {
    if (signal?.aborted) throw cause
    throw refused(strangeProblem(0))
  })
  const text = await response.text()
  const answer = parsed(text)
  if (response.status < 500) answered(request)
  if (response.ok) return answer as Answer
  throw refused(isProblem(answer) ? answer : strangeProblem(response.status))
}

function headersOf({ body, version, isOnce, headers }: Asked, request: string): Record<string, string> {
  return {
    accept: 'application/json',
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...(version !== undefined && { 'if-match': `"${version}"` }),
    ...(isOnce && { 'idempotency-key': keyOf(request) }),
    ...headers,
  }
}

/** What a refusal is thrown as; its problem is in `body`, with the faults of fields where forms look for them. */
export function refused(problem: Problem): HttpError {
  const errors = fieldErrorsOf(problem)
  const body = Object.keys(errors).length > 0 ? { problem, errors } : { problem }
  return new HttpError(sentenceOf(problem), problem.status, body)
}

/** The problem behind an error, where it is a refusal. */
export function problemOf(error: unknown): Problem | undefined {
  const body: unknown = error instanceof HttpError ? error.body : undefined
  return typeof body === 'object' && body !== null && 'problem' in body && isProblem(body.problem)
    ? body.problem
    : undefined
}

function queryText(query: Readonly<Record<string, unknown>>): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '')
  if (given.length === 0) return ''
  return `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`
}

function parsed(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}
