import { expect, it } from 'vitest'
import { ago, exactly } from './moments.ts'

const AT = '2026-11-24T10:00:00.000Z'
const NOW = Date.parse(AT)

it.each([
  [500, 'just now'],
  [-3_000, 'just now'],
  [5_400, '5 s ago'],
  [125_000, '2 min ago'],
])('what was %i ms before now was %s', (ms, told) => {
  expect(ago(AT, NOW + ms)).toBe(told)
})

it('keeps the microseconds of a moment', () => {
  const first = exactly('2026-11-24T10:00:00.123456Z')
  const second = exactly('2026-11-24T10:00:00.123956Z')
  expect(first).toBeCloseTo(NOW + 123.456, 3)
  expect(second - first).toBeCloseTo(0.5, 3)
  expect(exactly(AT)).toBe(NOW)
})
