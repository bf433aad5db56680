/** What a call may refuse, by code. `title` is the stable human sentence of the problem. */
export interface RefusalSpec {
  status: 400 | 401 | 402 | 403 | 404 | 405 | 409 | 412 | 413 | 415 | 422 | 429 | 503
  title: string
}
export type RefusalTable = Record<string, RefusalSpec>

/** One offending place: `path` into the input, a code of its own, and facts such as `available`. */
export interface FieldError {
  path?: string
  code: string
  message: string
  [fact: string]: unknown
}

export interface Refusal<Code extends string = string> {
  readonly refused: true
  readonly code: Code
  /** What happened here and what to do about it. */
  readonly detail?: string | undefined
  readonly errors?: readonly FieldError[] | undefined
  /** Seconds until trying again makes sense, where that is known. */
  readonly retryAfter?: number | undefined
  /** The answer of an earlier request with the same idempotency key. */
  readonly replayed?: boolean | undefined
}

/** The business says no: a value, never thrown. */
export const refuse = <const Code extends string>(
  code: Code,
  more: Omit<Partial<Refusal>, 'refused' | 'code'> = {},
): Refusal<Code> => ({ refused: true, code, ...more })

export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && (value as { refused?: unknown }).refused === true

/** Refusals every call may answer; a contract lists only its own. */
export const commonRefusals = {
  malformed_json: { status: 400, title: 'The body is not valid JSON.' },
  idempotency_key_required: { status: 400, title: 'This call needs an Idempotency-Key header.' },
  idempotency_key_invalid: { status: 400, title: 'The Idempotency-Key header is not usable.' },
  unauthenticated: { status: 401, title: 'Sign in first.' },
  forbidden: { status: 403, title: 'Your role does not allow this.' },
  not_found: { status: 404, title: 'There is nothing here.' },
  method_not_allowed: { status: 405, title: 'This address does not take that method.' },
  idempotency_in_progress: { status: 409, title: 'The first request with this key is still running.' },
  version_conflict: { status: 412, title: 'Somebody changed this in the meantime.' },
  body_too_large: { status: 413, title: 'The body is too large.' },
  unsupported_media_type: { status: 415, title: 'This content type is not taken here.' },
  invalid_request: { status: 422, title: 'The request does not fit the contract.' },
  idempotency_key_reused: { status: 422, title: 'This key was used with another request.' },
  rate_limited: { status: 429, title: 'Too many requests.' },
  unavailable: { status: 503, title: 'This part of the shop cannot answer just now.' },
} as const satisfies RefusalTable

export type CommonRefusalCode = keyof typeof commonRefusals
