/** After this many failures without a success between them a provider is left alone for a while. */
const MOST_FAILURES = 20
const FIRST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 30_000
/** Once may be chance; who says so again and again means it. */
const MOST_LIMITED = 3

/** How an enquiry went: `limited` when the provider asked to be left alone for a while. */
export type Course =
  | { readonly went: 'well' | 'ill' }
  | { readonly went: 'limited'; readonly retryAfterMs: number }

/**
 * Spares a provider that is down: while the breaker is open nobody asks, afterwards one asks for all, and each time
 * that goes ill the pause doubles. `now` is milliseconds of any clock that does not go back.
 */
export function breaker(now: () => number) {
  let failures = 0
  let limited = 0
  let pause = FIRST_PAUSE_MS
  let openUntil = Number.NEGATIVE_INFINITY
  let isProbing = false

  function wentIll() {
    failures += 1
    if (isProbing) pause = Math.min(pause * 2, LONGEST_PAUSE_MS)
    // Those that were under way when it opened tell nothing new.
    if (isProbing || failures === MOST_FAILURES) openUntil = now() + pause
    isProbing = false
  }

  function close() {
    failures = 0
    pause = FIRST_PAUSE_MS
    isProbing = false
  }

  return {
    /** Whether to ask now; whoever may has to say how it went. */
    mayAsk(): boolean {
      if (now() < openUntil || isProbing) return false
      isProbing = failures >= MOST_FAILURES
      return true
    },
    heard(course: Course): void {
      limited = course.went === 'limited' ? limited + 1 : 0
      if (course.went === 'ill') wentIll()
      else close()
      if (course.went === 'limited' && limited >= MOST_LIMITED)
        openUntil = now() + Math.min(course.retryAfterMs, LONGEST_PAUSE_MS)
    },
  }
}
