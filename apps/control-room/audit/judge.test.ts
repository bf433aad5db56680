import { describe, expect, it } from 'vitest'
import { judge } from './judge.ts'

const invariant = (id: string, checked: number, violations: number) => ({
  ...{ id, title: id, checked, violations, offenders: [] },
})

describe('a verdict', () => {
  it('says over how much all books agree', () => {
    const { says } = judge({
      violations: 0,
      invariants: [invariant('M1', 1_000, 0), invariant('M2', 234, 0)],
    })
    expect(says).toBe('All books agree: 2 invariants held over 1,234 things.')
  })

  it('counts none as held for which there was nothing to look at', () => {
    const { says } = judge({ violations: 0, invariants: [invariant('M1', 5, 0), invariant('L1', 0, 0)] })
    expect(says).toBe('All books agree: 1 invariant held over 5 things. For 1 there was nothing to look at.')
  })

  it('names what is offended first, and keeps the order otherwise', () => {
    const invariants = [
      invariant('M1', 1, 0),
      invariant('O1', 1, 3),
      invariant('S1', 1, 0),
      invariant('S2', 1, 1),
    ]
    const { says, ordered } = judge({ violations: 4, invariants })
    expect(says).toBe('4 violations of 2 invariants, 4 things looked at.')
    expect(ordered.map(({ id }) => id)).toEqual(['O1', 'S2', 'M1', 'S1'])
  })
})
