import type { Trouble } from '../asking/ask.ts'

export interface TroubleInWords {
  readonly title: string
  /** What to do about it. */
  readonly advice: string
  readonly traceId?: string | undefined
}

const AWAY: TroubleInWords = {
  title: 'The shop does not answer.',
  advice: 'See whether it is still running; this page goes on by itself when it is back.',
}

const ADVICE: Readonly<Record<number, string>> = {
  401: 'Sign in as staff who may operate the shop, then try again.',
  403: 'Ask whoever runs the shop for the scope this needs, or sign in as somebody who has it.',
  404: 'Check how it is written. What is old may have been forgotten.',
  429: 'Wait a moment, then try again.',
  503: 'Part of the shop is away; try again when it is back.',
}

const BROKEN = 'Try again; if it stays so, the trace tells what went wrong.'
const ADVICE_BY_CODE: Readonly<Record<string, string>> = {
  invalid_credentials: 'Check both, then try again.',
}

/** What happened and what to do, for a person. A trace is worth following where something broke, not where the answer is no. */
export function inWords(trouble: Trouble): TroubleInWords {
  if (trouble.kind === 'away') return AWAY
  const { title, detail, status, code, traceId } = trouble.problem
  const advice = detail ?? ADVICE_BY_CODE[code] ?? ADVICE[status] ?? BROKEN
  return { title, advice, traceId: status >= 500 ? traceId : undefined }
}
