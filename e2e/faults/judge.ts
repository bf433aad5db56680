import { readBooks } from './books.ts'
import { type Finding, findings } from './findings.ts'
import type { Purchase } from './history.ts'
import { type UnderWay, untilQuiet } from './quiet.ts'
import type { Shelves } from './stock.ts'
import type { Stubborn } from './stubborn.ts'
import type { Audit, Witness } from './witness.ts'

/** What became of a shop after its faults have ended. */
export interface Verdict {
  readonly findings: readonly Finding[]
  /** What was still under way when the time to finish was over. */
  readonly stuck: UnderWay | undefined
  readonly quietAfterMs: number
  /** By the auditor over all databases. */
  readonly audit: Audit
}

export interface Case {
  readonly witness: Witness
  readonly staff: Stubborn
  readonly purchases: readonly Purchase[]
  readonly shelves: Shelves
  readonly quietWithinMs: number
  /** The transport was told to reorder: when events arrived is not judged, what became of them is. */
  readonly anyOrder: boolean
}

/** Waits until all is quiet, then asks everybody who knows: the shoppers, the provider, the auditor. */
export async function judge(given: Case): Promise<Verdict> {
  const { witness, staff, purchases, shelves, quietWithinMs, anyOrder } = given
  const begun = performance.now()
  const stuck = await untilQuiet(witness.underWay, quietWithinMs)
  const quietAfterMs = performance.now() - begun
  const books = await readBooks(staff, shelves)
  return {
    findings: findings(purchases, books, shelves),
    stuck,
    quietAfterMs,
    audit: await witness.audit(anyOrder),
  }
}

export const isClean = ({ findings, stuck, audit }: Verdict): boolean =>
  findings.length === 0 && stuck === undefined && audit.violations === 0

/** Everything that is wrong, a line each. */
export const complaintsOf = ({ findings, stuck, audit }: Verdict): string[] => [
  ...findings.map(({ check, about, says }) => `${check}: ${about} ${says}`),
  ...(stuck ? [`still under way: ${JSON.stringify(stuck)}`] : []),
  ...audit.invariants
    .filter(({ violations }) => violations > 0)
    .map(
      ({ id, title, violations, offenders }) =>
        `auditor ${id}: ${violations} × ${title} ${JSON.stringify(offenders).slice(0, 500)}`,
    ),
]
