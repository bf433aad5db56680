import { describe, expect, it } from 'vitest'
import type { DeadLetter } from '../asking/answers.ts'
import { type Attempt, outcomeOf } from './outcome.ts'

const attempt = (more: Partial<Attempt> = {}): Attempt => ({
  ...{ id: 'carts.evt_1', type: 'orders.order-confirmed.v1', consumer: 'carts', attempts: 8, askedAt: 1_000 },
  ...{ said: 'waiting', trouble: undefined },
  ...more,
})
const letter = (attempts: number): DeadLetter => ({
  ...{ id: 'carts.evt_1', consumer: 'carts', eventId: 'evt_1', type: 'orders.order-confirmed.v1' },
  ...{ subject: 'ord_1', source: 'orders', time: '2026-11-24T10:00:00.000Z', data: {}, attempts },
  ...{ error: 'PostgresError: no', firstTriedAt: null, lastTriedAt: null },
})

describe('an event that is tried once more', () => {
  it('is being tried while it is neither parked nor known to be applied', () => {
    expect(outcomeOf(attempt(), { items: [], at: 2_000 })).toEqual({ kind: 'trying' })
  })

  it('was applied when the shop says so', () => {
    expect(outcomeOf(attempt({ said: 'applied' }), { items: [], at: 2_000 })).toEqual({ kind: 'applied' })
  })

  it('failed when it is parked again with one more attempt', () => {
    const outcome = outcomeOf(attempt(), { items: [letter(9)], at: 2_000 })
    expect(outcome).toEqual({ kind: 'failed', error: 'PostgresError: no' })
  })

  it('has not failed because an older list, or one read before it was taken out, still names it', () => {
    expect(outcomeOf(attempt(), { items: [letter(9)], at: 500 }).kind).toBe('trying')
    expect(outcomeOf(attempt(), { items: [letter(8)], at: 2_000 }).kind).toBe('trying')
  })

  it('was refused when the shop says no', () => {
    const trouble = { kind: 'away' } as const
    expect(outcomeOf(attempt({ trouble }), { items: [], at: 2_000 })).toEqual({ kind: 'refused', trouble })
  })
})
