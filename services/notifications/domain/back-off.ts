const FIRST_MS = 1_000
const LONGEST_MS = 15 * 60_000
/** Together about half a day: long enough for a mail server's bad night. */
export const LAST_ATTEMPT = 60

/** How long to wait after that many attempts; nothing when it was the last. Three times longer each time. */
export const nextAttemptIn = (attempts: number): number | undefined =>
  attempts >= LAST_ATTEMPT ? undefined : Math.min(LONGEST_MS, FIRST_MS * 3 ** (attempts - 1))
