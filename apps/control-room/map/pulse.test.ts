import { expect, it } from 'vitest'
import { pulseOf, thicknessOf } from './pulse.ts'

it('nothing runs where nothing went', () => {
  expect(pulseOf(0)).toBeUndefined()
})

it('more goes quicker and in greater number', () => {
  const pulses = [0.02, 1, 5, 100].map((perSecond) => pulseOf(perSecond))
  expect(pulses.map((pulse) => pulse?.dots)).toEqual([1, 2, 3, 4])
  const seconds = pulses.map((pulse) => pulse?.seconds ?? 0)
  expect(seconds).toEqual(seconds.toSorted((a, b) => b - a))
})

it('a road grows with its traffic, and not without end', () => {
  expect(thicknessOf(0.02)).toBeLessThan(thicknessOf(2))
  expect(thicknessOf(2)).toBeLessThan(thicknessOf(200))
  expect(thicknessOf(1e9)).toBe(6)
})
