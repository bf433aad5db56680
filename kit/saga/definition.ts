import type { Refusal } from '../contract/refusal.ts'
import type { FeatureRoom, ProcessRoom } from '../service/rooms.ts'

/** Go on, with what the saga shall remember. */
export interface Next<Memory> {
  readonly go: 'next'
  readonly memory: Partial<Memory>
}

/** Stop here until a signal, looking again after `lookAfterMs` in case it was lost. */
export interface Wait<Memory> {
  readonly go: 'wait'
  readonly memory: Partial<Memory>
  readonly lookAfterMs: number
}

export type StepResult<Memory> = Next<Memory> | Wait<Memory> | Refusal

export const next = <Memory>(memory: Partial<Memory> = {}): Next<Memory> => ({ go: 'next', memory })

export const wait = <Memory>(lookAfterMs: number, memory: Partial<Memory> = {}): Wait<Memory> => ({
  go: 'wait',
  memory,
  lookAfterMs,
})

/** A step that asks other services. It may run more than once, so what it asks for must be idempotent. */
export interface RemoteStep<Store, Memory> {
  readonly name: string
  readonly remote: true
  do(memory: Memory, room: ProcessRoom<Store>): Promise<StepResult<Memory>>
  /** Must be harmless when the step was never done, and when done twice. */
  undo?(memory: Memory, room: ProcessRoom<Store>): Promise<void>
}

/** A step in the conductor's own database: it commits together with the journal, so it happens once. */
export interface LocalStep<Store, Memory> {
  readonly name: string
  readonly remote: false
  do(memory: Memory, room: FeatureRoom<Store>): Promise<StepResult<Memory>>
  undo?(memory: Memory, room: FeatureRoom<Store>, refusal: Refusal): Promise<void>
}

export type Step<Store, Memory> = RemoteStep<Store, Memory> | LocalStep<Store, Memory>

/** A long process on one page: steps in order, the undo beside each step. */
export interface SagaDefinition<Store, Memory> {
  readonly name: string
  /** After this long it is undone, wherever it is. Milliseconds. */
  readonly within: number
  /** Its local steps change no rows but those of its key, e.g. its order: sagas of other keys may share their commits. */
  readonly keepsToItsKey?: boolean
  readonly steps: readonly Step<Store, Memory>[]
}

export const step = <Store, Memory>(
  name: string,
  parts: Omit<RemoteStep<Store, Memory>, 'name' | 'remote'>,
): RemoteStep<Store, Memory> => ({ name, remote: true, ...parts })

export const localStep = <Store, Memory>(
  name: string,
  parts: Omit<LocalStep<Store, Memory>, 'name' | 'remote'>,
): LocalStep<Store, Memory> => ({ name, remote: false, ...parts })

export type SagaState = 'running' | 'waiting' | 'undoing' | 'completed' | 'undone' | 'stuck'

export interface SagaView<Memory> {
  readonly id: string
  readonly state: SagaState
  readonly memory: Memory
  readonly refusal?: Refusal | undefined
}
