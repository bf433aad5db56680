/** How it ended for one buyer. */
export interface Outcome {
  readonly kind: 'won' | 'lost' | 'refused' | 'unanswered'
  /** From asking to complete until it was known; nothing for who never got so far. */
  readonly answeredAfterMs?: number
  /** Of an order, the trace it was placed under. */
  readonly traceId?: string | undefined
  /** What the shop said, where it was neither an order nor sold out. */
  readonly why?: string
}

export interface SaleTally {
  readonly answered: number
  readonly won: number
  readonly lost: number
  readonly refused: number
  readonly unanswered: number
  readonly p50Ms: number | undefined
  readonly p99Ms: number | undefined
  /** The reasons of those refused, the most frequent first. */
  readonly reasons: readonly { readonly why: string; readonly times: number }[]
}

/** What a crowd of buyers came to. */
export function tallyOf(outcomes: readonly Outcome[]): SaleTally {
  const countOf = (kind: Outcome['kind']) => outcomes.filter((one) => one.kind === kind).length
  const times = outcomes.flatMap(({ answeredAfterMs }) => answeredAfterMs ?? []).sort((a, b) => a - b)
  const reasons = [
    ...Map.groupBy(
      outcomes.flatMap(({ why }) => why ?? []),
      (why) => why,
    ),
  ]
  return {
    answered: outcomes.length,
    won: countOf('won'),
    lost: countOf('lost'),
    refused: countOf('refused'),
    unanswered: countOf('unanswered'),
    p50Ms: percentile(times, 0.5),
    p99Ms: percentile(times, 0.99),
    reasons: reasons.map(([why, those]) => ({ why, times: those.length })).sort((a, b) => b.times - a.times),
  }
}

/** The smallest value that at least so many are not above: nearest rank. */
const percentile = (sorted: readonly number[], share: number): number | undefined =>
  sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)]
