/** What the auditor answers; `GET /ops/audit` gives it as it is. */
export interface Verdict {
  readonly violations: number
  readonly invariants: readonly InvariantVerdict[]
}

export interface InvariantVerdict {
  readonly id: string
  readonly title: string
  /** How many things were really looked at. */
  readonly checked: number
  readonly violations: number
  /** The first of them. */
  readonly offenders: readonly Offender[]
}

export interface Offender extends Offence {
  readonly timeline: readonly TimelineEntry[]
}

/** Something that is not as it must be. */
export interface Offence {
  readonly id: string
  /** The order, SKU or cart whose timeline explains it. */
  readonly about: string
  /** A sentence that says what is wrong, with numbers. */
  readonly says: string
}

export interface TimelineEntry {
  readonly at: string
  /** Whose record it is: a service’s events, a saga’s journal, a payment’s transactions, the provider. */
  readonly source: string
  readonly what: string
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
