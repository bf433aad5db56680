import type { Verdict } from '../asking/answers.ts'
import { count, plural } from '../words/numbers.ts'

/** The verdict in a sentence, and the invariants with those that are offended first. What nothing was there for proves nothing. */
export function judge({ violations, invariants }: Verdict): { says: string; ordered: Verdict['invariants'] } {
  const looked = invariants.reduce((sum, { checked }) => sum + checked, 0)
  const tried = invariants.filter(({ checked }) => checked > 0).length
  const offended = invariants.filter((one) => one.violations > 0)
  const says =
    violations === 0
      ? `All books agree: ${plural(tried, 'invariant')} held over ${count(looked)} things.${untried(invariants.length - tried)}`
      : `${plural(violations, 'violation')} of ${plural(offended.length, 'invariant')}, ${count(looked)} things looked at.`
  const rank = (one: Verdict['invariants'][number]) => (one.violations > 0 ? 0 : 1)
  return { says, ordered: invariants.toSorted((a, b) => rank(a) - rank(b)) }
}

const untried = (many: number): string =>
  many === 0 ? '' : ` For ${count(many)} there was nothing to look at.`
