import { expect, it } from 'vitest'
import { pauseBefore } from './pace.ts'

it('asks as often as wished while all is well', () => {
  expect(pauseBefore({ everyMs: 2_000, failures: 0, isHidden: false })).toBe(2_000)
})

it('asks later and later while nobody answers, and no later than every ten seconds', () => {
  const pauses = [1, 2, 3, 40].map((failures) => pauseBefore({ everyMs: 2_000, failures, isHidden: false }))
  expect(pauses).toEqual([4_000, 8_000, 10_000, 10_000])
})

it('asks no more often than wished because of failures', () => {
  expect(pauseBefore({ everyMs: 30_000, failures: 1, isHidden: false })).toBe(30_000)
})

it('asks once a minute while the tab is hidden', () => {
  expect(pauseBefore({ everyMs: 2_000, failures: 0, isHidden: true })).toBe(60_000)
  expect(pauseBefore({ everyMs: 2_000, failures: 9, isHidden: true })).toBe(60_000)
})
