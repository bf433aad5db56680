import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toMillionths, toPercent } from './percent.ts'

describe('percentages', () => {
  it.each([
    ['19', 190_000],
    ['7.25', 72_500],
    ['0', 0],
    ['100', 1_000_000],
    ['0.0001', 1],
    ['10', 100_000],
  ])('%s is %d millionths and back', (percent, millionths) => {
    expect(toMillionths(percent)).toBe(millionths)
    expect(toPercent(millionths)).toBe(percent)
  })

  it('come back as they went', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (millionths) => {
        expect(toMillionths(toPercent(millionths))).toBe(millionths)
      }),
    )
  })
})
