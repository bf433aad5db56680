import type { Book } from './book.ts'
import type { Delays } from './decide.ts'
import type { Faults } from './faults.ts'
import type { Mishaps } from './mishaps.ts'

/** What every request of the sandbox works with. */
export type Room = {
  readonly book: Book
  readonly delays: Delays
  readonly faults: Faults
  readonly mishaps: Mishaps
  /** Where the hosted pages are reached from a browser, without a slash at the end. */
  readonly publicUrl: () => string
  /** Said after each committed change: webhooks go out, clocks are set, waiting callers get their answer. */
  readonly changed: (paymentId: string) => void
  /** Resolves at the next change of this payment. */
  readonly nextChange: (paymentId: string) => Promise<void>
}
