import type { Digest } from './store/events.ts'

export const groupDigests = (rows: readonly Digest[]): Map<string, Digest[]> =>
  Map.groupBy(rows, ({ type }) => type)

/** The buckets in which two sides do not hold the same events. */
export function differingBuckets(one: readonly Digest[], other: readonly Digest[]): number[] {
  const textOf = ({ count, sum }: Digest) => `${count} ${sum}`
  const [here, there] = [one, other].map((side) => new Map(side.map((row) => [row.bucket, textOf(row)])))
  const buckets = new Set([...(here?.keys() ?? []), ...(there?.keys() ?? [])])
  return [...buckets].filter((bucket) => here?.get(bucket) !== there?.get(bucket))
}
