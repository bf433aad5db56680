import { expect, it } from 'vitest'
import { LAST_ATTEMPT, nextAttemptIn } from './back-off.ts'

it('waits longer each time, a quarter of an hour at most, and gives up after half a day', () => {
  const waits = Array.from({ length: LAST_ATTEMPT - 1 }, (_, index) => nextAttemptIn(index + 1) ?? 0)
  expect(waits.slice(0, 4)).toEqual([1_000, 3_000, 9_000, 27_000])
  expect(waits).toEqual([...waits].sort((a, b) => a - b))
  expect(Math.max(...waits)).toBe(15 * 60_000)
  expect(waits.reduce((a, b) => a + b, 0)).toBeGreaterThan(12 * 3_600_000)
  expect(nextAttemptIn(LAST_ATTEMPT)).toBeUndefined()
})
