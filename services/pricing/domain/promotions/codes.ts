import type { NamedCode, Promotion } from '@souk/contracts/promotions'
import type { Outcome } from './apply.ts'

/** A code somebody named, and whose it is. */
export interface Named {
  readonly code: string
  readonly promotionId: string
}

const WELL_FORMED = /^[A-Z0-9](?:[A-Z0-9_-]{0,38}[A-Z0-9])?$/

/** A code as it is kept, however it was written; nothing where it cannot be one. */
export function codeFrom(written: string): string | undefined {
  const code = written.trim().toUpperCase()
  return WELL_FORMED.test(code) ? code : undefined
}

/** Those for everybody, and those whose code was named: of the others nobody is told. */
export const promotionsNamed = (
  promotions: readonly Promotion[],
  codes: ReadonlyMap<string, string>,
): readonly Promotion[] => promotions.filter(({ id, requiresCode }) => !requiresCode || codes.has(id))

/** What each code came to, in the order they were named. */
export function outcomesOfCodes(
  written: readonly string[],
  named: readonly Named[],
  outcomes: readonly Outcome[],
): NamedCode[] {
  return written.map((one) => {
    const code = codeFrom(one) ?? one
    const promotionId = named.find((known) => known.code === code)?.promotionId
    const found = outcomes.find(({ promotion }) => promotion.id === promotionId)
    if (!found) return { code, outcome: 'unknown' }
    return { code, outcome: found.outcome, ...(found.because !== undefined && { because: found.because }) }
  })
}
