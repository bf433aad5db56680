import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judge, sealed, written } from './refresh-token.ts'

const now = 1_000_000
const fresh = { expiresAt: now + 1, usedAt: null, sessionExpiresAt: now + 1 }

describe('a presented refresh token', () => {
  it.each([
    ['is exchanged the first time', fresh, 'rotate'],
    ['gives the same successor at the end of the grace', { ...fresh, usedAt: now - 10_000 }, 'repeat'],
    ['ends its session a moment later', { ...fresh, usedAt: now - 10_001 }, 'revoke'],
    ['is worthless when it waited too long', { ...fresh, expiresAt: now }, 'expired'],
    ['is worthless when its session is over', { ...fresh, sessionExpiresAt: now }, 'expired'],
    ['betrays a copy even when it is old', { ...fresh, expiresAt: now, usedAt: 1 }, 'revoke'],
  ] as const)('%s', (_, token, verdict) => {
    expect(judge(token, now)).toBe(verdict)
  })

  it('opens its successor, and no other token does', () => {
    const secret = fc.uint8Array({ minLength: 32, maxLength: 32 })
    fc.assert(
      fc.property(secret, secret, secret, (successor, one, other) => {
        const kept = sealed(successor, written(one))
        expect(new Uint8Array(sealed(kept, written(one)))).toEqual(successor)
        fc.pre(written(one) !== written(other))
        expect(new Uint8Array(sealed(kept, written(other)))).not.toEqual(successor)
      }),
    )
  })
})
