import { Registry } from 'prom-client'
import { expect, it } from 'vitest'
import { durationHistogram } from './histogram.ts'

it('counts durations into cumulative buckets that Prometheus can read', async () => {
  const registry = new Registry()
  const { metric, series } = durationHistogram('took_seconds', 'How long it took.')
  registry.registerMetric(metric as never)
  const observe = series({ call: 'show' })
  for (const ms of [0.5, 1, 3, 30, 20_000]) observe(ms)
  const text = await registry.metrics()
  expect(text).toContain('# TYPE took_seconds histogram')
  expect(text).toContain('took_seconds_bucket{le="0.001",call="show"} 2')
  expect(text).toContain('took_seconds_bucket{le="0.005",call="show"} 3')
  expect(text).toContain('took_seconds_bucket{le="10",call="show"} 4')
  expect(text).toContain('took_seconds_bucket{le="+Inf",call="show"} 5')
  expect(text).toContain('took_seconds_count{call="show"} 5')
  expect(text).toContain('took_seconds_sum{call="show"} 20.0345')
})
