/** Why an attempt gave no answer. */
export interface Failure {
  readonly why: 'unreachable' | 'busy' | 'no-answer' | 'fault'
  readonly detail: string
  /** Whoever was asked may have begun, or even have finished. */
  readonly mayHaveBegun: boolean
  /** It asked to be left alone for so long. */
  readonly retryAfterMs?: number
}

export interface Attempt {
  /** 1 for the first. */
  readonly number: number
  /** Asking twice does what asking once does. */
  readonly isRepeatable: boolean
  /** There is an instance that has not failed this call. */
  readonly isElsewhere: boolean
  readonly leftMs: number
  /** In [0, 1): spreads those that failed together. */
  readonly chance: number
}

const MOST_ATTEMPTS = 3
const ELSEWHERE_MS = 10
const SAME_AGAIN_MS = 50

/**
 * Milliseconds after which to try again, or nothing. A fault is not tried again: a bug answers the same twice. Nobody
 * is asked again before it said so, and no pause eats more than half of the time left.
 */
export function pauseBeforeRetry(failure: Failure, attempt: Attempt): number | undefined {
  if (attempt.number >= MOST_ATTEMPTS || failure.why === 'fault') return undefined
  if (failure.mayHaveBegun && !attempt.isRepeatable) return undefined
  const pause = attempt.isElsewhere
    ? attempt.chance * ELSEWHERE_MS
    : (failure.retryAfterMs ?? 0) + attempt.chance * SAME_AGAIN_MS * 2 ** attempt.number
  return pause <= attempt.leftMs / 2 ? pause : undefined
}
