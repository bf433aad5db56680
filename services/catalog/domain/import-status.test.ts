import { expect, it } from 'vitest'
import { statusAfter } from './import-status.ts'

it.each([
  [undefined, undefined, undefined, 'published'],
  [undefined, undefined, 'draft', 'draft'],
  [undefined, undefined, 'archived', 'archived'],
  [true, undefined, 'draft', 'published'],
  [false, undefined, 'published', 'draft'],
  [false, undefined, 'archived', 'archived'],
  [false, 'active', undefined, 'draft'],
  [true, 'active', undefined, 'published'],
  [undefined, 'active', 'draft', 'published'],
  [true, 'draft', 'published', 'draft'],
  [true, 'archived', 'published', 'archived'],
  [false, 'archived', 'published', 'archived'],
] as const)('published %s, status %s, before %s: %s', (published, status, before, after) => {
  expect(statusAfter({ published, status }, before)).toBe(after)
})
