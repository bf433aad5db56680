import type { Hashing } from './hash-password.ts'

/** What the service is built with. */
export interface Parts {
  readonly hashing: Hashing
  /** Preferred by customers who say nothing else, ISO 4217. */
  readonly currency: string
  /** Off for benches. */
  readonly limitsAttempts: boolean
}
