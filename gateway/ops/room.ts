import type { ServiceState, Verdict } from '@souk/contracts/ops'
import type { Call, Input, Outcome } from '@souk/kit/contract'
import type { Ask } from '@souk/kit/service'
import type { Recollection } from './recollection.ts'

/** Proves what must hold in the whole shop. */
export type Audit = (asked: { isStrict: boolean; anyOrder: boolean }) => Promise<Verdict>

/** What an operators' verb works in: it asks every service, as the operator it was asked by. */
export interface OpsRoom {
  readonly ask: Ask
  /** The services there should be. */
  readonly names: readonly string[]
  readonly states: () => Promise<ServiceState[]>
  readonly recollection: Recollection
  /** Where somebody composed one. */
  readonly audit?: Audit | undefined
  /** Told why a service could not be asked. */
  readonly missed: (service: string, fault: unknown) => void
}

export type OpsVerb<C extends Call> = (input: Input<C>, room: OpsRoom) => Promise<Outcome<C>>
