import { expect, it } from 'vitest'
import { count, duration, lag, plural, rate } from './numbers.ts'

it.each([
  [0, 'none'],
  [1 / 60, '1/min'],
  [0.5, '30/min'],
  [1, '1/s'],
  [3.24, '3.2/s'],
  [127.63, '128/s'],
])('%d a second is told as %s', (perSecond, told) => {
  expect(rate(perSecond)).toBe(told)
})

it.each([
  [0.4321, '0.4 ms'],
  [12.6, '13 ms'],
  [1_250, '1.3 s'],
  [59_000, '59 s'],
  [60_000, '1 min'],
  [108_400, '1 min 48 s'],
  [5_400_000, '1 h 30 min'],
  [3_600_000, '1 h'],
  [86_400_000, '1 day'],
  [200_000_000, '2 days'],
])('%d milliseconds are told as %s', (ms, told) => {
  expect(duration(ms)).toBe(told)
})

it('tells of lag only where something waits', () => {
  expect(lag(0.02)).toBe('none')
  expect(lag(12)).toBe('12 s')
})

it('groups what is many, and says one of what is one', () => {
  expect(count(12_026)).toBe('12,026')
  expect(plural(1, 'fault')).toBe('1 fault')
  expect(plural(0, 'fault')).toBe('0 faults')
})
