import { type Standing, standingOf } from '../asking/standing.ts'
import { useCourses } from '../asking/use-courses.ts'
import { useNow } from '../asking/use-now.ts'
import { clockTime } from '../words/moments.ts'

/** Says aloud when the shop goes away or comes back; what stands below is then of before. */
export function StandingNote() {
  const now = useNow()
  const standing = standingOf(useCourses(), now)
  return <div role="status">{sayOf(standing, now)}</div>
}

function sayOf(standing: Standing, now: number) {
  if (standing.kind === 'away')
    return (
      <p className="note bad away">
        <strong>The shop does not answer.</strong> {ofWhen(standing.at)} See whether it is still running; this
        page goes on by itself when it is back.{' '}
        <span aria-hidden="true">{nextTry(standing.triesAt, now)}</span>
      </p>
    )
  if (standing.kind === 'unavailable')
    return (
      <p className="note warn">
        <strong>{standing.problem.title}</strong> {standing.problem.detail ?? 'It is asked again.'}
      </p>
    )
  return null
}

const ofWhen = (at: number | undefined): string =>
  at === undefined ? 'Nothing is known yet.' : `What you see is of ${clockTime(at)}.`

const nextTry = (triesAt: number | undefined, now: number): string =>
  triesAt === undefined || triesAt <= now
    ? 'Trying now…'
    : `Trying again in ${Math.ceil((triesAt - now) / 1_000)} s.`
