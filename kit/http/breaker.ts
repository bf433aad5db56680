/** Whether calls are sent to one instance. Values: every event gives the next. Times in milliseconds. */
export type Breaker =
  | {
      readonly state: 'closed'
      readonly failuresInARow: number
      readonly calls: number
      readonly failures: number
      /** Since when calls and failures are counted. */
      readonly since: number
    }
  /** Nothing is sent until then; after it one call may try. */
  | { readonly state: 'open'; readonly until: number; readonly openings: number }
  /** One call is on its way to find out. */
  | { readonly state: 'half-open'; readonly since: number; readonly openings: number }

const FAILURES_IN_A_ROW = 5
const WINDOW_MS = 10_000
const CALLS_TO_JUDGE_BY = 20
const FAILURE_RATE = 0.5
const FIRST_OPEN_MS = 500
const MOST_OPEN_MS = 10_000
/** A probe of which nothing was heard for so long does not keep others from trying. */
const PROBE_LOST_MS = 30_000

export const closedBreaker = (now: number): Breaker => ({
  state: 'closed',
  failuresInARow: 0,
  calls: 0,
  failures: 0,
  since: now,
})

/** Whether a call may be sent now. */
export function mayPass(breaker: Breaker, now: number): boolean {
  if (breaker.state === 'closed') return true
  return breaker.state === 'open' ? now >= breaker.until : now - breaker.since >= PROBE_LOST_MS
}

/** A call that may pass is sent: the first one after an opening is the probe. */
export const onSent = (breaker: Breaker, now: number): Breaker =>
  breaker.state === 'closed' ? breaker : { state: 'half-open', since: now, openings: breaker.openings }

/** Any answer, a refusal too: whoever refuses is well. One to a call sent before the breaker opened changes nothing. */
export function onAnswer(breaker: Breaker, now: number): Breaker {
  if (breaker.state === 'open') return breaker
  if (breaker.state === 'half-open') return closedBreaker(now)
  const { calls, failures, since } = counted(breaker, now)
  return { state: 'closed', failuresInARow: 0, calls: calls + 1, failures, since }
}

/** No answer in time, or one that cannot be read, or a fault: it opens, for longer each time a probe fails too. */
export function onFailure(breaker: Breaker, now: number): Breaker {
  if (breaker.state === 'open') return breaker
  if (breaker.state === 'half-open') return opened(breaker.openings + 1, now)
  const { failuresInARow, calls, failures, since } = counted(breaker, now)
  const next = { failuresInARow: failuresInARow + 1, calls: calls + 1, failures: failures + 1, since }
  const isBad = next.calls >= CALLS_TO_JUDGE_BY && next.failures / next.calls >= FAILURE_RATE
  return isBad || next.failuresInARow >= FAILURES_IN_A_ROW ? opened(1, now) : { state: 'closed', ...next }
}

const opened = (openings: number, now: number): Breaker => ({
  state: 'open',
  openings,
  until: now + Math.min(MOST_OPEN_MS, FIRST_OPEN_MS * 2 ** (openings - 1)),
})

/** What was long ago says nothing of now; failures in a row are remembered however far apart. */
const counted = (breaker: Extract<Breaker, { state: 'closed' }>, now: number) =>
  now - breaker.since < WINDOW_MS ? breaker : { ...breaker, calls: 0, failures: 0, since: now }
