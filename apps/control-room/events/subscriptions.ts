import type { Edge } from '../asking/answers.ts'

/** The events among what went over the map, whose faults want to be seen first, then by who heard them. */
export const subscriptionsIn = (edges: readonly Edge[]): Edge[] =>
  edges
    .filter(({ kind }) => kind === 'event')
    .sort(
      (a, b) => Number(b.faults > 0) - Number(a.faults > 0) || compare(a.to, b.to) || compare(a.name, b.name),
    )

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
