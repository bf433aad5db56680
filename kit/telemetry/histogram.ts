import type { MetricObjectWithValues, MetricValue } from 'prom-client'

/** Seconds; the buckets of every duration measured here. */
const BOUNDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

interface Series {
  readonly labels: Record<string, string>
  readonly buckets: number[]
  sum: number
  count: number
}

/**
 * A Prometheus histogram whose series are counted in plain arrays. prom-client's own hashes the labels at each
 * observation, which costs as much as answering a page from memory; this one is only read by its registry.
 */
export function durationHistogram(name: string, help: string) {
  const all: Series[] = []
  return {
    /** Counts durations of one set of labels, in milliseconds. */
    series(labels: Record<string, string>): (ms: number) => void {
      const one: Series = { labels, buckets: BOUNDS.map(() => 0), sum: 0, count: 0 }
      all.push(one)
      return (ms) => observe(one, ms / 1_000)
    },
    /** What the registry asks a metric for. */
    metric: {
      name,
      get: async (): Promise<MetricObjectWithValues<MetricValue<string>>> =>
        ({
          name,
          help,
          type: 'histogram',
          aggregator: 'sum',
          values: all.flatMap((one) => valuesOf(name, one)),
        }) as never,
      reset: () => {
        all.length = 0
      },
    },
  }
}

/** Only the smallest bucket that holds it is counted; they are summed up when somebody asks. */
function observe(series: Series, seconds: number): void {
  series.sum += seconds
  series.count++
  for (let bound = 0; bound < BOUNDS.length; bound++) {
    if (seconds > (BOUNDS[bound] as number)) continue
    series.buckets[bound] = (series.buckets[bound] as number) + 1
    return
  }
}

function valuesOf(name: string, { labels, buckets, sum, count }: Series) {
  let below = 0
  const cumulative = buckets.map((inBucket, bound) => {
    below += inBucket
    return { labels: { le: String(BOUNDS[bound]), ...labels }, value: below, metricName: `${name}_bucket` }
  })
  return [
    ...cumulative,
    { labels: { le: '+Inf', ...labels }, value: count, metricName: `${name}_bucket` },
    { labels, value: sum, metricName: `${name}_sum` },
    { labels, value: count, metricName: `${name}_count` },
  ]
}
