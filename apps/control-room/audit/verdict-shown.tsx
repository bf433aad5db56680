import type { Invariant, Verdict } from '../asking/answers.ts'
import { clockTime } from '../words/moments.ts'
import { count, duration, plural } from '../words/numbers.ts'
import { judge } from './judge.ts'
import { OffenderShown } from './offender-shown.tsx'

interface VerdictProps {
  readonly verdict: Verdict
  readonly at: number
  readonly tookMs: number
}

/** What must hold, whether it does, and what offends it. */
export function VerdictShown({ verdict, at, tookMs }: VerdictProps) {
  const { says, ordered } = judge(verdict)
  return (
    <>
      <p className={verdict.violations > 0 ? 'note bad' : 'note good'}>
        <strong>{says}</strong> Of {clockTime(at)}, after {duration(tookMs)}.
      </p>
      <ul className="plain verdict">
        {ordered.map((invariant) => (
          <InvariantShown key={invariant.id} invariant={invariant} />
        ))}
      </ul>
    </>
  )
}

function InvariantShown({
  invariant: { id, title, checked, violations, offenders },
}: {
  invariant: Invariant
}) {
  const isOffended = violations > 0
  return (
    <li className={isOffended ? 'offended' : ''}>
      <p>
        <span className={isOffended ? 'mark bad' : 'mark good'} aria-hidden="true">
          {isOffended ? '✗' : checked > 0 ? '✓' : '–'}
        </span>
        <strong>{id}</strong> {title}{' '}
        <span className={isOffended ? 'bad' : 'aside'}>{resultOf(checked, violations)}</span>
      </p>
      {offenders.map((offender) => (
        <OffenderShown key={offender.id} offender={offender} />
      ))}
      {violations > offenders.length && (
        <p className="aside">
          These are the first {count(offenders.length)} of {count(violations)}.
        </p>
      )}
    </li>
  )
}

function resultOf(checked: number, violations: number): string {
  if (checked === 0) return 'nothing to look at'
  return violations > 0
    ? `${plural(violations, 'violation')} among ${count(checked)}`
    : `holds for ${count(checked)}`
}
