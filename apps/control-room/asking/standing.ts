import type { Problem } from './ask.ts'
import type { Course } from './poller.ts'

/** How what the page shows relates to how things are. */
export type Standing =
  | { readonly kind: 'starting' }
  /** Whoever looks is not let in. */
  | { readonly kind: 'kept-out' }
  | { readonly kind: 'live'; readonly at: number }
  /** An answer is overdue. */
  | { readonly kind: 'late'; readonly at: number }
  | { readonly kind: 'away'; readonly at: number | undefined; readonly triesAt: number | undefined }
  /** The shop answers that this part of it cannot. */
  | { readonly kind: 'unavailable'; readonly problem: Problem }

/** An answer may take a while under load before anybody worries. */
const PATIENCE_MS = 4_000

/** The worst of all that is watched: one figure that stands still is enough to mislead. */
export function standingOf(courses: readonly Course[], now: number): Standing {
  const away = courses.find(({ trouble }) => trouble?.kind === 'away')
  if (away) return { kind: 'away', at: oldest(courses), triesAt: away.triesAt }
  for (const { trouble } of courses)
    if (trouble?.kind === 'refused' && trouble.problem.status >= 500)
      return { kind: 'unavailable', problem: trouble.problem }
  if (refusedEntry(courses)) return { kind: 'kept-out' }
  const at = oldest(courses)
  if (at === undefined) return { kind: 'starting' }
  return { kind: courses.some((course) => isLate(course, now)) ? 'late' : 'live', at }
}

const isLate = ({ at, everyMs }: Course, now: number): boolean =>
  at !== undefined && now - at > everyMs + PATIENCE_MS

function oldest(courses: readonly Course[]): number | undefined {
  const answered = courses.flatMap(({ at }) => at ?? [])
  return answered.length > 0 ? Math.min(...answered) : undefined
}

/** What keeps whoever looks from being let in, if anything. Orders are for other staff than operators: one without is in. */
export function refusedEntry(courses: readonly Course[]): Problem | undefined {
  for (const { path, trouble } of courses) {
    if (trouble?.kind !== 'refused' || !path.startsWith('/ops/')) continue
    const { problem } = trouble
    if (problem.status === 401 || problem.status === 403) return problem
  }
  return undefined
}
