import type { InvariantVerdict, Offender, Verdict } from './verdict.ts'

/** A verdict for people: a line for each invariant, then what offends, each with its timeline. */
export function printVerdict({ violations, invariants }: Verdict): string {
  const offended = invariants.filter((one) => one.violations > 0)
  return [
    `${'id'.padEnd(4)}${'checked'.padStart(10)}${'violations'.padStart(12)}  invariant`,
    ...invariants.map(lineOf),
    ...offended.flatMap(storyOf),
    '',
    violations === 0 ? 'No violation.' : `${violations} violations.`,
  ].join('\n')
}

const lineOf = ({ id, title, checked, violations }: InvariantVerdict) =>
  `${id.padEnd(4)}${String(checked).padStart(10)}${String(violations).padStart(12)}  ${title}`

function storyOf({ id, title, violations, offenders }: InvariantVerdict): string[] {
  const more = violations - offenders.length
  return [
    '',
    `${id}  ${title}`,
    ...offenders.flatMap(offenderLines),
    ...(more > 0 ? [`  … and ${more} more.`] : []),
  ]
}

const offenderLines = ({ says, timeline }: Offender) => [
  `  ✗ ${says}`,
  ...timeline.map(({ at, source, what }) => `      ${at}  ${source.padEnd(20)}  ${what}`),
]
