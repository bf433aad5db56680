import type { ServiceState } from '@souk/contracts/ops'
import type { Call, Input, Outcome } from '@souk/kit/contract'
import type { Ask } from '@souk/kit/service'
import type { Recollection } from './recollection.ts'

/** What an operators' verb works in: it asks every service, as the operator it was asked by. */
export interface OpsRoom {
  readonly ask: Ask
  /** The services there should be. */
  readonly names: readonly string[]
  readonly states: () => Promise<ServiceState[]>
  readonly recollection: Recollection
  /** Asks the auditor, who takes longer than anybody else may. */
  readonly askAuditor: Ask
  /** Told why a service could not be asked. */
  readonly missed: (service: string, fault: unknown) => void
}

export type OpsVerb<C extends Call> = (input: Input<C>, room: OpsRoom) => Promise<Outcome<C>>
