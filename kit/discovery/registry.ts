/** A process that answers for a service just now. */
export interface Instance {
  /** Names the process, in leases too. */
  readonly id: string
  readonly service: string
  /** Where it answers, e.g. `http://10.0.0.7:41213`; only the registry knows. */
  readonly address: string
  readonly version: string
}

export type Leave = () => Promise<void>

/**
 * Who is there, by logical name. Clients keep what they heard last while the registry itself cannot be reached: an
 * instance is given up because it left, because its heartbeats stopped, or because calls to it fail.
 */
export interface Registry {
  /** Tells of an instance and goes on telling until it leaves. */
  register(instance: Instance): Promise<Leave>
  /** Who answers for a service as far as known now; asks nobody. */
  instancesOf(service: string): readonly Instance[]
  /** Every instance known now. */
  all(): readonly Instance[]
  close(): Promise<void>
}
