import type { StepShape } from '../../saga/steps-of.ts'
import type { Memory } from '../../telemetry/memory.ts'

/** What the operators' calls need to know of the service they are asked of. */
export interface Desk {
  readonly service: string
  readonly sagas: readonly { readonly name: string; readonly steps: readonly StepShape[] }[]
  /** Names of text fields that operators may read. */
  readonly shown: ReadonlySet<string>
  /** Of the process it is asked in. */
  readonly memory: Memory
  /** Names the process, in leases too. */
  readonly instance: string
  /** Seconds the oldest event not yet sent or applied has waited. */
  readonly eventLag: () => Promise<number>
  readonly wakeSagas: () => void
  readonly wakeInbox: () => void
}

/** The steps of a saga, as the code has them now. */
export const stepsIn = ({ sagas }: Desk, name: string) => sagas.find((one) => one.name === name)?.steps ?? []
