import { expect, it } from 'vitest'
import { isStale } from './if-match.ts'

it.each([
  [undefined, false],
  ['*', false],
  ['"3"', false],
  ['"2", "3"', false],
  ['"2"', true],
  ['3', true],
  ['W/"3"', true],
  ['', true],
])('If-Match %s against version 3: stale %s', (ifMatch, stale) => {
  expect(isStale(ifMatch, 3)).toBe(stale)
})
