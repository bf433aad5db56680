/** Below this nobody could answer in time, and nothing is sent. */
const LEAST_MS = 5
const MARGIN = 0.05
const LEAST_MARGIN_MS = 2
const MOST_MARGIN_MS = 100

/**
 * What of the time left, in milliseconds, whoever is asked may use: a little less than we have, so that its answer,
 * be it that it had too little, arrives while we still wait. Nothing when there is too little to ask at all.
 */
export function hopBudget(leftMs: number): number | undefined {
  const margin = Math.min(MOST_MARGIN_MS, Math.max(LEAST_MARGIN_MS, leftMs * MARGIN))
  const budget = Math.floor(leftMs - margin)
  return budget >= LEAST_MS ? budget : undefined
}
