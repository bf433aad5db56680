import type { Clock } from '../runtime/clock.ts'

/** The clock counts whole milliseconds, so it may be this far from what is counted finer. */
const DRIFT_MS = 2

/**
 * Milliseconds since 1970 with fractions, in the order things happen in this process. It follows the clock when that
 * is set, or when the machine slept.
 */
export function steadyTime(clock: Clock): () => number {
  let offset = Number.NaN
  return () => {
    const [ticked, wall] = [performance.now(), clock.now()]
    if (!(Math.abs(offset + ticked - wall) < DRIFT_MS)) offset = wall - ticked
    return offset + ticked
  }
}
