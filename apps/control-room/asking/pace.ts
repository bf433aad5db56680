/** Nobody looks at a hidden tab: it only has to notice that the shop is back. */
const HIDDEN_EVERY_MS = 60_000
/** Whoever waits for the shop to come back sees it within this time. */
const LONGEST_AFTER_FAILURES_MS = 10_000

export interface Pace {
  readonly everyMs: number
  /** In a row, up to now. */
  readonly failures: number
  readonly isHidden: boolean
}

/** How long to wait before asking again: longer and longer while nobody answers, and rarely while nobody looks. */
export function pauseBefore({ everyMs, failures, isHidden }: Pace): number {
  const longest = Math.max(everyMs, LONGEST_AFTER_FAILURES_MS)
  const pause = failures === 0 ? everyMs : Math.min(longest, everyMs * 2 ** Math.min(failures, 10))
  return isHidden ? Math.max(pause, HIDDEN_EVERY_MS) : pause
}
