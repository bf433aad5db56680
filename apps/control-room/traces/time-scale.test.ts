import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { timeScale } from './time-scale.ts'

describe('a scale of time', () => {
  it('is even where something always happens', () => {
    const { at, folds } = timeScale([
      { from: 100, to: 200 },
      { from: 150, to: 300 },
    ])
    expect([100, 200, 300].map(at)).toEqual([0, 0.5, 1])
    expect(folds).toEqual([])
  })

  it('keeps a short wait as long as it was', () => {
    const { at, folds } = timeScale([
      { from: 0, to: 45 },
      { from: 55, to: 100 },
    ])
    expect(at(55)).toBeCloseTo(0.55)
    expect(folds).toEqual([])
  })

  it('folds a wait of minutes, and says how long it was', () => {
    const { at, folds } = timeScale([
      { from: 0, to: 50 },
      { from: 120_050, to: 120_100 },
    ])
    expect(folds).toMatchObject([{ ms: 120_000 }])
    expect(folds[0]?.width).toBeLessThan(0.1)
    expect(at(50)).toBeGreaterThan(0.4)
    expect(at(120_100)).toBe(1)
  })

  it('has a place for a single moment', () => {
    expect(timeScale([{ from: 7, to: 7 }]).at(7)).toBe(0)
    expect(timeScale([]).at(7)).toBe(0)
  })

  it('never turns time around, and draws nothing outside', () => {
    const stretch = fc
      .tuple(fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: 0, max: 1e5 }))
      .map(([from, ms]) => ({ from, to: from + ms }))
    fc.assert(
      fc.property(fc.array(stretch, { minLength: 1 }), (stretches) => {
        const { at } = timeScale(stretches)
        const moments = stretches.flatMap(({ from, to }) => [from, to]).sort((a, b) => a - b)
        const shares = moments.map(at)
        expect(shares).toEqual(shares.toSorted((a, b) => a - b))
        expect(Math.min(...shares)).toBeGreaterThanOrEqual(0)
        expect(Math.max(...shares)).toBeLessThanOrEqual(1 + 1e-9)
      }),
    )
  })
})
