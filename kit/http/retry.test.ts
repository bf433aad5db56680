import { describe, expect, it } from 'vitest'
import { call, isRepeatable, nothing } from '../contract/index.ts'
import { hopBudget } from './hop.ts'
import { type Attempt, type Failure, pauseBeforeRetry } from './retry.ts'
import { fullBudget, payIn, payOut, type RetryBudget } from './retry-budget.ts'

const broke: Failure = { why: 'no-answer', detail: '', mayHaveBegun: true }
const first: Attempt = { number: 1, isRepeatable: true, isElsewhere: true, leftMs: 5_000, chance: 0.5 }
const pause = (failure: Partial<Failure>, attempt: Partial<Attempt> = {}) =>
  pauseBeforeRetry({ ...broke, ...failure }, { ...first, ...attempt })

describe('a second try', () => {
  it('is made of what may be repeated, and of what cannot have begun', () => {
    expect(pause({})).toBeDefined()
    expect(pause({}, { isRepeatable: false })).toBeUndefined()
    expect(pause({ why: 'unreachable', mayHaveBegun: false }, { isRepeatable: false })).toBeDefined()
    expect(pause({ why: 'busy', mayHaveBegun: false }, { isRepeatable: false })).toBeDefined()
  })

  it('is not made of a fault, nor a fourth time', () => {
    expect(pause({ why: 'fault' })).toBeUndefined()
    expect(pause({}, { number: 2 })).toBeDefined()
    expect(pause({}, { number: 3 })).toBeUndefined()
  })

  it('is made elsewhere nearly at once, and at the same one not before it said so', () => {
    const busy = { why: 'busy', retryAfterMs: 1_000 } as const
    expect(pause(busy)).toBeLessThan(20)
    expect(pause(busy, { isElsewhere: false, chance: 0 })).toBe(1_000)
    expect(pause(busy, { isElsewhere: false, chance: 0.5 })).toBe(1_050)
    expect(pause(busy, { isElsewhere: false, leftMs: 1_500 })).toBeUndefined()
  })
})

describe('what may be repeated', () => {
  const spec = { summary: '', access: 'anyone', answers: { 204: nothing } } as const
  it.each([
    ['a GET', call('a.b', 'GET /a', spec), undefined, true],
    ['a POST', call('a.b', 'POST /a', spec), undefined, false],
    ['a DELETE', call('a.b', 'DELETE /a', spec), undefined, false],
    ['a POST whose key nobody keeps', call('a.b', 'POST /a', spec), 'key', false],
    ['a POST with a key', call('a.b', 'POST /a', { ...spec, idempotency: 'accepted' }), 'key', true],
    [
      'a POST without its key',
      call('a.b', 'POST /a', { ...spec, idempotency: 'accepted' }),
      undefined,
      false,
    ],
    ['an internal POST', call('a.b', 'POST /a', { ...spec, access: 'internal' }), undefined, true],
    ['an operator’s POST', call('a.b', 'POST /a', { ...spec, access: 'operator' }), undefined, false],
  ])('%s', (_what, contract, key, expected) => {
    expect(isRepeatable(contract, key)).toBe(expected)
  })
})

describe('a retry budget', () => {
  /** How many second tries are paid when every one of so many calls a second wants one. */
  const retries = (perSecond: number, seconds: number) => {
    let budget: RetryBudget = fullBudget(0)
    let paid = 0
    for (let n = 0; n < perSecond * seconds; n++) {
      const now = (n * 1_000) / perSecond
      budget = payIn(budget, now)
      const left = payOut(budget, now)
      if (left) paid++
      budget = left ?? budget
    }
    return paid
  }

  it('pays a tenth of the calls and two a second, beside what was saved', () => {
    expect(retries(100, 60)).toBeLessThanOrEqual(0.1 * 6_000 + 2 * 60 + 20)
    expect(retries(100, 60)).toBeGreaterThan(0.1 * 6_000 + 100)
  })

  it('lets a callee that is seldom asked have its second try', () => {
    expect(retries(1, 60)).toBe(60)
  })

  it('neither grows nor shrinks when the clock is set back', () => {
    expect(payOut({ tokens: 0.9, at: 10_000 }, 0)).toBeUndefined()
    expect(payOut({ tokens: 1, at: 10_000 }, 0)).toEqual({ tokens: 0, at: 0 })
  })
})

describe('the time a hop gets', () => {
  it('is what is left but for a margin, and nothing when there is too little', () => {
    expect(hopBudget(15_000)).toBe(14_900)
    expect(hopBudget(1_000)).toBe(950)
    expect(hopBudget(20)).toBe(18)
    for (const left of [6, 0, -5, Number.NaN]) expect(hopBudget(left)).toBeUndefined()
  })
})
