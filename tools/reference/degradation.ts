import {
  ACTIVITIES,
  type Activity,
  DEPENDENCIES,
  type Dependency,
} from '../../e2e/fleet/degradation/activities.ts'
import { cellOf, isTouchedBy } from '../../e2e/fleet/degradation/matrix.ts'
import { page, table } from './page.ts'

const activities = Object.keys(ACTIVITIES) as Activity[]

/** What still works while a part of a fleet is away, from the cells that `e2e/fleet/degradation` tries. */
export const degradationPage = (): string =>
  page(
    'What goes on while something is away',
    'Every cell below is a test on a fleet, in [degradation.journey.ts](../../e2e/fleet/degradation/degradation.journey.ts): the part is taken away, the thing is done, the part comes back.',
    [
      '- **goes on**: as on any other day, and at once.',
      '- **later**: what was asked for is accepted, and happens by itself when the part is back; once, however long it took.',
      '- **again**: `503` as a problem (`application/problem+json`, code `unavailable`) with `Retry-After`, within three seconds. When the part is back the same request with the same `Idempotency-Key` succeeds.',
    ].join('\n'),
    'Once a part is back every checkout is finished or undone, stock is held for orders alone, each order is charged and mailed once, and no event is left unheard: that is tried for each of them as well. A part that stands still rather than being gone is waited for until the request’s time is over, 15 seconds; after about five nobody is sent there any more.',
    table(['Without', ...activities], DEPENDENCIES.map(row)),
    ...DEPENDENCIES.flatMap(section),
  )

const SHORT = {
  'goes on': 'goes on',
  'goes on, catches up later': '**later**',
  'is told to come again': '**again**',
}

const row = (dependency: Dependency): string[] => [
  dependency,
  ...activities.map((activity) => SHORT[cellOf(dependency, activity).answer]),
]

const section = (dependency: Dependency): string[] => {
  const told = activities.filter((activity) => isTouchedBy(activity, dependency))
  return [
    `## Without ${dependency}`,
    table(
      ['Who wants to', '', 'Because'],
      told.map((activity) => {
        const { answer, how } = cellOf(dependency, activity)
        return [activity, answer, how]
      }),
    ),
    ...(told.length < activities.length
      ? [`Whatever else people do, ${dependency} takes no part in it.`]
      : []),
  ]
}
