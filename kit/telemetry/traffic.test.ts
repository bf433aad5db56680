import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { handClock, seconds } from '../runtime/clock.ts'
import { LATENCY_BUCKETS, latencyBucket, quantile } from './latency.ts'
import { createTraffic } from './traffic.ts'

const asking = { from: 'carts', to: 'pricing', kind: 'call', name: 'quote' } as const

describe('traffic', () => {
  it('tells calls that went well, were refused and failed apart, over each edge', () => {
    const traffic = createTraffic(handClock())
    const count = traffic.over(asking)
    count('ok', 3)
    count('ok', 5)
    count('refused', 1)
    traffic.over(asking)('fault', 900)
    traffic.over({ ...asking, name: 'list-rates' })
    expect(traffic.lastMinute()).toMatchObject([{ ...asking, ok: 2, refused: 1, faults: 1 }])
  })

  it('forgets what is a minute old, five seconds at a time', () => {
    const clock = handClock()
    const traffic = createTraffic(clock)
    const count = traffic.over(asking)
    const seen = () => traffic.lastMinute().map(({ ok }) => ok)
    for (let second = 0; second < 120; second += 5) {
      count('ok', 1)
      clock.forward(seconds(5))
    }
    expect(seen()).toEqual([11])
    clock.forward(seconds(30))
    expect(seen()).toEqual([5])
    clock.forward(seconds(30))
    expect(seen()).toEqual([])
    count('ok', 1)
    expect(seen()).toEqual([1])
  })
})

describe('a quantile', () => {
  const counted = (durations: readonly number[]) => {
    const counts = new Array<number>(LATENCY_BUCKETS).fill(0)
    for (const ms of durations) counts[latencyBucket(ms)] = (counts[latencyBucket(ms)] ?? 0) + 1
    return counts
  }

  it('is in the bucket of the duration that is really there', () => {
    const durations = fc.array(fc.double({ min: 0.2, max: 1_000_000, noNaN: true }), { minLength: 1 })
    fc.assert(
      fc.property(durations, fc.constantFrom(0.5, 0.95), (given, share) => {
        const sorted = [...given].sort((a, b) => a - b)
        const real = sorted[Math.ceil(sorted.length * share) - 1] as number
        const told = quantile(counted(given), share) as number
        expect(told / real).toBeGreaterThan(1 / Math.SQRT2 - 1e-9)
        expect(told / real).toBeLessThan(Math.SQRT2 + 1e-9)
      }),
      { seed: 26 },
    )
  })

  it('of what nobody counted is none', () => {
    expect(quantile(counted([]), 0.5)).toBeUndefined()
  })
})
