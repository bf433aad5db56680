import type { Call, FieldError, Refusal } from '@souk/kit/contract'
import { toProblem } from '@souk/kit/http'
import { GraphQLError } from 'graphql'

/** Codes that say nothing about what was asked, but that it could not be done. */
const FAULTS = new Set(['unavailable', 'internal_error', 'rate_limited'])

export const isFault = ({ code }: Refusal): boolean => FAULTS.has(code)

/** A refusal as an error of its field: the problem REST would answer, but for the trace, in `extensions`. */
export function toError(refusal: Refusal, contract?: Call): GraphQLError {
  const { title, status, code, detail, errors } = toProblem(refusal, '', contract)
  const wait = refusal.retryAfter !== undefined && { retryAfter: refusal.retryAfter }
  return new GraphQLError(detail ?? title, {
    extensions: { code, status, title, ...(errors && { errors }), ...wait },
  })
}

export interface UserError {
  /** Where in the arguments, as a path with dots. */
  readonly field: string | null
  /** Stable, as in the problem REST would answer. */
  readonly code: string
  /** What is wrong with this place. */
  readonly reason: string | null
  readonly message: string
  /** What else is known, such as how many are available. */
  readonly facts: Readonly<Record<string, unknown>> | null
}

/** What a person is told who wanted a change: one for each place that is wrong, or one for all of it. */
export function toUserErrors(refusal: Refusal, contract: Call): UserError[] {
  const { title, detail, code, errors = [] } = toProblem(refusal, '', contract)
  if (errors.length === 0) return [{ field: null, code, reason: null, message: detail ?? title, facts: null }]
  return errors.map(({ path, code: reason, message, ...facts }: FieldError) => ({
    field: path ?? null,
    code,
    reason,
    message,
    facts: Object.keys(facts).length > 0 ? facts : null,
  }))
}
