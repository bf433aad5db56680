import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { divide } from './round.ts'

describe('dividing half to even', () => {
  it.each([
    [5n, 2n, 2n],
    [7n, 2n, 4n],
    [15n, 10n, 2n],
    [25n, 10n, 2n],
    [26n, 10n, 3n],
    [-25n, 10n, -2n],
    [-35n, 10n, -4n],
    [0n, 7n, 0n],
  ])('%d / %d is %d', (dividend, divisor, expected) => {
    expect(divide(dividend, divisor)).toBe(expected)
  })

  it('is never further than half away, and even where it is exactly half', () => {
    const dividends = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n })
    fc.assert(
      fc.property(dividends, fc.bigInt({ min: 1n, max: 10n ** 7n }), (dividend, divisor) => {
        const rounded = divide(dividend, divisor)
        const twiceOff = 2n * (rounded * divisor - dividend)
        const distance = twiceOff < 0n ? -twiceOff : twiceOff
        expect(distance <= divisor).toBe(true)
        if (distance === divisor) expect(rounded % 2n).toBe(0n)
      }),
    )
  })
})
