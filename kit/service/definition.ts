import type { z } from 'zod'
import type { Call, CallSpec, Input } from '../contract/call.ts'
import type { EventType, StoredEvent } from '../contract/event.ts'
import type { Outcome } from '../contract/outcome.ts'
import type { Queryable } from '../database/connect.ts'
import type { SagaDefinition } from '../saga/definition.ts'
import type { FeatureRoom, ProcessRoom, QueryRoom } from './rooms.ts'

/** One verb in one transaction: a refusal rolls it back. */
export type Feature<C extends CallSpec, Store> = (
  input: Input<C>,
  room: FeatureRoom<Store>,
) => Promise<Outcome<C>>
/** Reads and changes nothing; what it has in memory it may give at once. */
export type Query<C extends CallSpec, Store> = (
  input: Input<C>,
  room: QueryRoom<Store>,
) => Outcome<C> | Promise<Outcome<C>>
/** Asks other services or strangers between its transactions. */
export type Process<C extends CallSpec, Store> = (
  input: Input<C>,
  room: ProcessRoom<Store>,
) => Promise<Outcome<C>>

export type Answerer<Store> = { readonly contract: Call } & (
  | { readonly kind: 'feature'; readonly run: (input: never, room: FeatureRoom<Store>) => Promise<unknown> }
  | { readonly kind: 'query'; readonly run: (input: never, room: QueryRoom<Store>) => unknown }
  | { readonly kind: 'process'; readonly run: (input: never, room: ProcessRoom<Store>) => Promise<unknown> }
)

export const does = <C extends Call, Store>(contract: C, run: Feature<C, Store>): Answerer<Store> => ({
  contract,
  kind: 'feature',
  run,
})
export const shows = <C extends Call, Store>(contract: C, run: Query<C, Store>): Answerer<Store> => ({
  contract,
  kind: 'query',
  run,
})
export const conducts = <C extends Call, Store>(contract: C, run: Process<C, Store>): Answerer<Store> => ({
  contract,
  kind: 'process',
  run,
})

/** What a reaction sees of the event beside its data. */
export type EventRoom<Store> = FeatureRoom<Store> & { readonly event: StoredEvent }

export interface Reaction<Store> {
  readonly event: EventType
  readonly react: (data: never, room: EventRoom<Store>) => Promise<void>
  readonly touches?: ((data: never) => string) | undefined
}

/**
 * Hears an event: applied once, in one transaction with the record that it was. `touches` names what a reaction
 * changes, e.g. its order: events that touch different things are applied side by side, the others one by one.
 */
export const on = <Type extends string, Data extends z.ZodObject, Store>(
  event: EventType<Type, Data>,
  react: (data: z.output<Data>, room: EventRoom<Store>) => Promise<void>,
  touches?: (data: z.output<Data>) => string,
): Reaction<Store> => ({
  event: event as unknown as EventType,
  react: react as Reaction<Store>['react'],
  touches: touches as Reaction<Store>['touches'],
})

/** Work done again and again, by one replica at a time; returns how many things it did. */
export interface Repeat<Store> {
  readonly name: string
  readonly everyMs: number
  readonly run: (room: ProcessRoom<Store>) => Promise<number>
}

/** A feature may `wake` it by its name, so that it need not wait for its next turn. */
export const every = <Store>(everyMs: number, name: string, run: Repeat<Store>['run']): Repeat<Store> => ({
  name,
  everyMs,
  run,
})

/** A service as a value: what it answers, hears, announces and repeats. Where it runs is decided elsewhere. */
export interface ServiceDefinition<Store = unknown> {
  readonly name: string
  /** Folder of its SQL migrations. */
  readonly migrations: string
  readonly store: (db: Queryable) => Store
  readonly answers: readonly Answerer<Store>[]
  readonly hears?: readonly Reaction<Store>[]
  readonly announces?: readonly EventType[]
  readonly repeats?: readonly Repeat<Store>[]
  readonly sagas?: readonly SagaDefinition<Store, unknown>[]
  /** How much work of a kind waits for a stranger's answer, by kind; shown to operators. */
  readonly unfinished?: Readonly<Record<string, (store: Store) => Promise<number>>>
  /** Called before anything else where no other process can be at work: what a dead one was holding is free again. */
  readonly free?: (store: Store) => Promise<void>
  /** Channels of PostgreSQL notifications it listens on, e.g. to drop cache entries in every replica. */
  readonly listens?: readonly Listener[]
}

export interface Listener {
  readonly channel: string
  readonly heard: (payload: string) => void
  /** Called when the connection was lost and is back: what was missed is not known. */
  readonly missed: () => void
}

/** Declares a service. What its store looks like is its own affair: from here on nobody else sees the type. */
export const service = <Store>(definition: ServiceDefinition<Store>): ServiceDefinition =>
  definition as unknown as ServiceDefinition
