import type { Readable } from 'node:stream'
import type { Call, Sent } from '../contract/call.ts'
import type { Announcement } from '../contract/event.ts'
import type { Result } from '../contract/outcome.ts'
import type { Forgetting } from '../messaging/forget-in-records.ts'
import type { Clock } from '../runtime/clock.ts'
import type { Ids } from '../runtime/ids.ts'
import type { Random } from '../runtime/random.ts'
import type { SagaDefinition, SagaView } from '../saga/definition.ts'
import type { Log } from '../telemetry/log.ts'
import type { TraceContext } from '../telemetry/trace-context.ts'
import type { Course } from '../telemetry/traffic.ts'
import type { Caller } from './caller.ts'
import type { Claim } from './idempotency.ts'

/** What every room holds: who asks and under which trace, and the things a decision may not fetch itself. */
export interface Room<Store> {
  readonly store: Store
  readonly caller: Caller
  readonly trace: TraceContext
  readonly clock: Clock
  readonly ids: Ids
  readonly random: Random
  readonly log: Log
  readonly idempotencyKey?: string | undefined
  /** The version in an `If-Match` header. */
  readonly ifMatch?: string | undefined
}

/** Asks another service, whatever process it is in. A refusal comes back as a value, a fault is thrown. */
export type Ask = <C extends Call>(contract: C, input: Sent<C>) => Promise<Result<C>>

/** Inside one transaction. Only here can anything be announced. */
export interface FeatureRoom<Store> extends Room<Store> {
  /** Under the trace of this room, or of the call it answers where it answers several. */
  publish(event: Announcement, trace?: TraceContext): void
  /** Runs once the transaction is durable, e.g. to drop a cache entry. */
  afterCommit(work: () => void): void
  /** Lets this service's repeated work of that name begin right after the commit, not at its next turn. */
  wake(repeat: string): void
  readonly sagas: SagaStarter
  /** Erases somebody from the events and sagas kept in this service’s database. */
  forget(who: Forgetting): Promise<number>
}

/** A stranger: a payment provider, whoever carries mails. */
export interface Stranger {
  readonly to: string
  /** What is asked of it, as the port names it. */
  readonly verb: string
}

/**
 * Speaks to a stranger so that it is seen in traces and traffic; what `work` returns or throws is handed on. What
 * was returned may be told apart by `course`, where strangers’ faults are values.
 */
export type Speak = <T>(
  stranger: Stranger,
  work: () => Promise<T>,
  course?: (answer: T) => Course,
) => Promise<T>

/** Reading: no transaction, nothing announced. */
export interface QueryRoom<Store> extends Room<Store> {
  readonly ask: Ask
}

/** Work that asks others and keeps no transaction open meanwhile; each `transaction` is its own. */
export interface ProcessRoom<Store> extends QueryRoom<Store> {
  /** Names this process: work held under it is free as soon as the process is gone (`is_gone` in its database). */
  readonly holder: string
  /**
   * `touches` names what `work` changes, all of it, e.g. an order: then it may share its commit with work that
   * touches something else. It may be done more than once until it is kept.
   */
  transaction<T>(work: (room: FeatureRoom<Store>) => Promise<T>, touches?: string): Promise<T>
  /** Conducts a saga this process has started, until it ends or has to wait. */
  conduct<Memory>(saga: SagaDefinition<Store, Memory>, key: string): Promise<SagaView<Memory>>
  readonly speak: Speak
  readonly upload?: Upload | undefined
  /** Present where the contract leaves idempotency to the feature. */
  readonly claim?: Claim | undefined
}

export interface Upload {
  readonly contentType: string
  /** What came beside the body, such as a webhook's signature; credentials are left out. */
  readonly headers?: Readonly<Record<string, string>>
  readonly stream: Readable
}

export interface SagaStarter {
  /** Stores a saga in this transaction; the caller conducts it after the commit. */
  start<Store, Memory>(saga: SagaDefinition<Store, Memory>, key: string, memory: Memory): Promise<void>
  /** Stores a saga in this transaction for whoever is free: nobody waits for how far it gets. */
  leave<Store, Memory>(saga: SagaDefinition<Store, Memory>, key: string, memory: Memory): Promise<void>
  /** Tells a waiting saga that something happened; it looks for itself what. */
  signal(saga: { readonly name: string }, key: string): Promise<void>
}
