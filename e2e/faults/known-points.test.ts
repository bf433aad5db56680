import { expect, it } from 'vitest'
import { knownPoints, partOf } from './known-points.ts'

it('takes the points apart so that the parts are all of them, each once', () => {
  const points = knownPoints()
  const parts = ['1/4', '2/4', '3/4', '4/4'].map((part) => partOf(points, part))
  expect(parts.flat().sort()).toEqual([...points].sort())
  expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(Math.ceil(points.length / 4))
  expect(partOf(points, '1/1')).toEqual(points)
})

it.each(['0/4', '5/4', '2', 'x/4', '1.5/4'])('refuses %s as a part', (part) => {
  expect(() => partOf(['a', 'b'], part)).toThrow(/not a part/)
})
