export interface BucketRule {
  /** Tokens that come back each second. */
  perSecond: number
  /** The most a bucket holds: how large a burst may be. */
  burst: number
}

export interface Bucket {
  tokens: number
  at: number
}

export interface Taken {
  bucket: Bucket
  isAllowed: boolean
  remaining: number
  /** Until the next token, and until the bucket is full. Seconds, rounded up. */
  retryAfter: number
  resetAfter: number
}

/** Takes one token. A bucket nobody has touched is full. Time is in milliseconds. */
export function take(bucket: Bucket | undefined, { perSecond, burst }: BucketRule, now: number): Taken {
  const before = bucket ?? { tokens: burst, at: now }
  const refilled = Math.min(burst, before.tokens + (Math.max(0, now - before.at) / 1_000) * perSecond)
  const isAllowed = refilled >= 1
  const tokens = isAllowed ? refilled - 1 : refilled
  return {
    bucket: { tokens, at: now },
    isAllowed,
    remaining: Math.floor(tokens),
    retryAfter: isAllowed ? 0 : Math.ceil((1 - refilled) / perSecond),
    resetAfter: Math.ceil((burst - tokens) / perSecond),
  }
}
