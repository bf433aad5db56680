export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly goal: { atLeast?: number; atMost?: number }
}

/** The figures as a Markdown table; a goal missed is said so. */
export function table(figures: readonly Figure[]): string {
  const rows = figures.map(
    ({ name, value, unit, goal }) =>
      `| ${name} | ${value.toFixed(2)} ${unit} | ${wanted(goal)} | ${verdict(value, goal)} |`,
  )
  return ['| figure | median | goal | |', '| --- | ---: | ---: | --- |', ...rows].join('\n')
}

function wanted({ atLeast, atMost }: Figure['goal']): string {
  if (atLeast === undefined) return atMost === undefined ? '' : `≤ ${atMost}`
  return atLeast === atMost ? `= ${atLeast}` : `≥ ${atLeast}`
}

function verdict(value: number, { atLeast, atMost }: Figure['goal']): string {
  if (atLeast === undefined && atMost === undefined) return ''
  return value >= (atLeast ?? -Infinity) && value <= (atMost ?? Infinity) ? 'reached' : 'missed'
}
