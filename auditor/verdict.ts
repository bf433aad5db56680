import type { Verdict } from '@souk/contracts/auditor'

export type { Verdict }
export type InvariantVerdict = Verdict['invariants'][number]
export type Offender = InvariantVerdict['offenders'][number]
export type TimelineEntry = Offender['timeline'][number]

/** Something that is not as it must be. */
export interface Offence {
  readonly id: string
  /** The order, SKU or cart whose timeline explains it. */
  readonly about: string
  /** A sentence that says what is wrong, with numbers. */
  readonly says: string
}

/** Where an invariant notes what it looked at and what offends it. */
export interface Findings {
  looked(count?: number): void
  offends(offence: Offence): void
}

const OFFENDERS_SHOWN = 20

export function noteFindings() {
  const offenders: Offence[] = []
  let checked = 0
  let violations = 0
  return {
    looked(count = 1) {
      checked += count
    },
    offends(offence: Offence) {
      violations++
      if (offenders.length < OFFENDERS_SHOWN) offenders.push(offence)
    },
    sum: () => ({ checked, violations, offenders }),
  }
}
