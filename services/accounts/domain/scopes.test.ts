import { describe, expect, it } from 'vitest'
import { beyond } from './scopes.ts'

describe('what is beyond somebody', () => {
  it.each([
    ['nothing, for an admin', ['admin'], ['orders:write', 'operator'], []],
    ['everything, for nobody', [], ['orders:read'], ['orders:read']],
    ['what they do not hold', ['orders:read'], ['orders:read', 'orders:write'], ['orders:write']],
    ['being an admin', ['staff:write', 'operator'], ['admin'], ['admin']],
  ])('is %s', (_whom, held, wanted, expected) => {
    expect(beyond(held, wanted)).toEqual(expected)
  })
})
