/** How the shop says no (RFC 9457); `code` is stable, `errors` names each offending place. */
export interface Problem {
  readonly title: string
  readonly status: number
  readonly code: string
  readonly detail?: string
  readonly traceId?: string
  readonly errors?: readonly { readonly path?: string; readonly code: string; readonly message: string }[]
}

/** What happened here, in one sentence; without a detail what such a refusal is called. */
export const sentenceOf = ({ title, detail }: Problem): string => detail ?? title

/** What is wrong with which field, by its path in the form; of several faults of one field the first. */
export function fieldErrorsOf({ errors = [] }: Problem): Record<string, string> {
  const found: Record<string, string> = {}
  for (const { path, message } of errors) if (path) found[path] ??= capital(message)
  return found
}

/** Where an answer is no problem of ours, as from a proxy on the way. */
export function strangeProblem(status: number): Problem {
  const title =
    status === 0
      ? 'The shop cannot be reached. Check your connection and try again.'
      : `The shop answered in a way this page does not know (${status}). Try again in a moment.`
  return { title, status, code: 'strange_answer' }
}

export const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' && value !== null && 'code' in value && 'title' in value

const capital = (sentence: string) => sentence.charAt(0).toUpperCase() + sentence.slice(1)
