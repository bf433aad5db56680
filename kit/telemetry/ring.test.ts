import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ring } from './ring.ts'

it('holds the newest that fit, by count and by weight, in the order they came', () => {
  const weights = fc.array(fc.nat(60), { maxLength: 60 })
  fc.assert(
    fc.property(weights, fc.nat(8), fc.integer({ min: 50, max: 100 }), (given, most, mostBytes) => {
      const kept = ring<{ index: number; weight: number }>({ most, mostBytes, weigh: ({ weight }) => weight })
      let expected: { index: number; weight: number }[] = []
      for (const [index, weight] of given.entries()) {
        kept.push({ index, weight })
        if (weight > mostBytes || most === 0) continue
        expected = [...expected, { index, weight }].slice(-most)
        while (expected.reduce((sum, one) => sum + one.weight, 0) > mostBytes) expected.shift()
      }
      expect(kept.all()).toEqual(expected)
    }),
    { seed: 26 },
  )
})
