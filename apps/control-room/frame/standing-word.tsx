import { standingOf } from '../asking/standing.ts'
import { useCourses } from '../asking/use-courses.ts'
import { useNow } from '../asking/use-now.ts'
import { ago } from '../words/moments.ts'

/** How live the page is, in a word. */
export function StandingWord() {
  const now = useNow()
  const standing = standingOf(useCourses(), now)
  switch (standing.kind) {
    case 'starting':
      return <p className="standing">Asking the shop…</p>
    case 'kept-out':
      return <p className="standing warn">Not let in</p>
    case 'live':
      return <p className="standing good">Live</p>
    case 'late':
      return <p className="standing warn">Late: this is from {ago(standing.at, now)}</p>
    case 'away':
      return <p className="standing bad">No answer</p>
    case 'unavailable':
      return <p className="standing warn">In part</p>
  }
}
