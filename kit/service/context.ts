import type { TraceContext } from '../telemetry/trace-context.ts'
import type { Caller } from './caller.ts'
import type { Claim } from './idempotency.ts'
import type { Upload } from './rooms.ts'

/** What travels beside a call's input, in process or over HTTP. */
export interface CallContext {
  readonly caller: Caller
  readonly trace: TraceContext
  /** Milliseconds since 1970; after it nobody waits for the answer any more. */
  readonly deadline: number
  readonly idempotencyKey?: string | undefined
  readonly ifMatch?: string | undefined
  readonly upload?: Upload | undefined
  /** What is being done, by name: a verb, a saga's step, an event's type. Crash points are named after it. */
  readonly work?: string | undefined
  /** Names what a transaction changes, all of it, e.g. its order: it may share a commit with others. */
  readonly touches?: string | undefined
  /** For features that keep their idempotency keys themselves. */
  readonly claim?: Claim | undefined
}
