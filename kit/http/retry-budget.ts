/** Second tries are paid from this, so that a callee in trouble is not asked twice as much as one that is well. */
export interface RetryBudget {
  readonly tokens: number
  /** When it was last counted, in milliseconds. */
  readonly at: number
}

/** A tenth of all calls, and a few a second besides, so that seldom asked callees get a second try as well. */
const PER_CALL = 0.1
const PER_SECOND = 2
const MOST = 20

export const fullBudget = (now: number): RetryBudget => ({ tokens: MOST, at: now })

const grown = ({ tokens, at }: RetryBudget, now: number, more: number): RetryBudget => ({
  tokens: Math.min(MOST, tokens + more + (Math.max(0, now - at) / 1_000) * PER_SECOND),
  at: now,
})

/** Every first try pays in. */
export const payIn = (budget: RetryBudget, now: number): RetryBudget => grown(budget, now, PER_CALL)

/** What is left after one more try, or nothing when it cannot be paid. */
export function payOut(budget: RetryBudget, now: number): RetryBudget | undefined {
  const { tokens, at } = grown(budget, now, 0)
  return tokens >= 1 ? { tokens: tokens - 1, at } : undefined
}
