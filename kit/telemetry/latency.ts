/** Milliseconds; each bound is half a doubling above the one before: 0.1 ms to 28 minutes. */
const FIRST_MS = 0.1
const A_DOUBLING = 2
export const LATENCY_BUCKETS = 49

/** Upper bound of a bucket. */
const boundOf = (bucket: number): number => FIRST_MS * 2 ** (bucket / A_DOUBLING)

/** The bucket a duration is counted in; what is longer than the last bound, in the last. */
export function latencyBucket(ms: number): number {
  if (!(ms > FIRST_MS)) return 0
  return Math.min(LATENCY_BUCKETS - 1, Math.ceil(A_DOUBLING * Math.log2(ms / FIRST_MS)))
}

/**
 * The duration that this share of those counted stayed below, in milliseconds: read off between the bounds of its
 * bucket, so within half a doubling. Undefined where nothing was counted.
 */
export function quantile(counts: readonly number[], share: number): number | undefined {
  const wanted = counts.reduce((sum, count) => sum + count, 0) * share
  if (wanted === 0) return undefined
  let below = 0
  for (const [bucket, count] of counts.entries()) {
    if (count > 0 && below + count >= wanted) {
      const lower = bucket === 0 ? 0 : boundOf(bucket - 1)
      return lower + ((boundOf(bucket) - lower) * (wanted - below)) / count
    }
    below += count
  }
  return undefined
}
