import { money } from '@souk/contracts/money'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { change } from './change.ts'
import { samplePayment, sampleReport, sampleTransaction } from './fixtures/samples.ts'
import { authorizationOf, figuresOf, type Kind, type Payment, statusOf } from './payment.ts'
import { merge, type Report } from './report.ts'

const hear = (payment: Payment, ...reports: Report[]) => {
  let ids = 0
  const newId = (kind: Kind) => `${kind}_${++ids}`
  return reports.reduce((now, report) => merge(now, report, newId).after, payment)
}

describe('merging what a provider reports', () => {
  it('takes a capture that came with the authorization under the same key', () => {
    const payment = hear(samplePayment(), sampleReport({ captured: 10_000 }))
    expect(payment.transactions.map(({ kind, key, state }) => [kind, key, state])).toEqual([
      ['authorization', 'ord_1-1', 'succeeded'],
      ['capture', 'ord_1-1', 'succeeded'],
    ])
    expect(statusOf(payment)).toBe('captured')
  })

  it('adds nothing when it hears the same again', () => {
    const report = sampleReport({ captured: 10_000, refunded: 500 })
    const once = hear(samplePayment(), report)
    expect(merge(once, report, () => 'new').added).toEqual([])
  })

  it('knows its own capture again by the key, and counts it once', () => {
    const asked = sampleTransaction({ id: 'txn_2', kind: 'capture', key: 'txn_2', amount: 4_000 })
    const payment = change(hear(samplePayment(), sampleReport({})), [asked]).after
    const cause = { kind: 'capture', key: 'txn_2', transactionId: 'sbx_txn' } as const
    const after = hear(payment, sampleReport({ captured: 4_000 }), sampleReport({ captured: 4_000, cause }))
    expect(after.transactions.filter(({ kind }) => kind === 'capture')).toEqual([
      { ...asked, state: 'succeeded', providerId: 'sbx_txn' },
    ])
  })

  it('takes the refund before it heard of the capture', () => {
    const payment = hear(
      samplePayment(),
      sampleReport({ captured: 10_000, refunded: 2_500 }),
      sampleReport({}),
    )
    expect(figuresOf(payment)).toMatchObject({ authorized: 10_000, captured: 10_000, refunded: 2_500 })
  })

  it('does not let a late "processing" undo a success', () => {
    const payment = hear(samplePayment(), sampleReport({}), sampleReport({ state: 'processing' }))
    expect(statusOf(payment)).toBe('authorized')
  })

  it('believes money that moved more than a failure told before', () => {
    const payment = hear(
      samplePayment(),
      sampleReport({ state: 'failed' }),
      sampleReport({ captured: 10_000 }),
    )
    expect(statusOf(payment)).toBe('captured')
  })

  it.each([money(9_999, 'EUR'), money(10_001, 'EUR'), money(10_000, 'USD')])(
    'holds the payment when the provider speaks of %o',
    (amount) => {
      const payment = hear(samplePayment(), sampleReport({ amount, captured: amount.amount }))
      expect(statusOf(payment)).toBe('unknown')
      expect(figuresOf(payment).captured).toBe(amount.amount)
    },
  )
})

/** What happens at a provider, step by step, each told in a report of its own. */
type Act = { kind: 'capture' | 'refund'; share: number; isOurs: boolean } | { kind: 'void' }
const acts: fc.Arbitrary<Act[]> = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        kind: fc.constantFrom('capture' as const, 'refund' as const),
        share: fc.integer({ min: 1, max: 100 }),
        isOurs: fc.boolean(),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('void' as const) }) },
  ),
  { maxLength: 8 },
)

/**
 * What the provider did and told. We ask for a refund only of what we know was taken, so before one of ours
 * everything told so far was heard; what comes after is free to come in any order.
 */
function play(given: readonly Act[]) {
  const reports = [
    sampleReport({ state: 'requires_action' }),
    sampleReport({ state: 'processing' }),
    sampleReport({}),
  ]
  let payment = samplePayment()
  let now = { captured: 0, voided: 0, refunded: 0 }
  given.forEach((act, index) => {
    const left = { capture: 10_000 - now.captured - now.voided, refund: now.captured - now.refunded }
    const key = `${act.kind}_${index}`
    const amount = act.kind === 'void' ? left.capture : Math.floor((left[act.kind] * act.share) / 100)
    if (amount === 0) return
    if (act.kind !== 'void' && act.isOurs) {
      const known = act.kind === 'refund' ? hear(payment, ...reports) : payment
      payment = change(known, [sampleTransaction({ id: key, key, kind: act.kind, amount })]).after
    }
    const total = ({ capture: 'captured', refund: 'refunded', void: 'voided' } as const)[act.kind]
    now = { ...now, [total]: now[total] + amount }
    const cause = { kind: act.kind, key, transactionId: `sbx_${index}` }
    reports.push(sampleReport({ ...now, cause }), sampleReport(now))
  })
  return { payment, reports, end: now }
}

/** Sorted by numbers drawn for each place. */
const shuffle = (reports: readonly Report[], seeds: readonly number[]): Report[] =>
  reports
    .map((report, index) => ({ report, rank: ((seeds[index % seeds.length] ?? 0) * 31 + index * 17) % 101 }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ report }) => report)

describe('whatever the order', () => {
  it('ends at the same figures and status, with reports doubled and shuffled', () => {
    const seeds = fc.array(fc.nat(), { minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(acts, seeds, (given, seeds) => {
        const { payment, reports, end } = play(given)
        const jumbled = shuffle(
          [...reports, ...seeds.map((seed) => reports[seed % reports.length] as Report)],
          seeds,
        )
        let now = payment
        for (const report of jumbled) {
          now = hear(now, report)
          const { authorized, captured, voided, refunded } = figuresOf(now)
          expect(captured + voided).toBeLessThanOrEqual(authorized)
          expect(refunded).toBeLessThanOrEqual(captured)
          expect(Math.min(authorized, captured, voided, refunded)).toBeGreaterThanOrEqual(0)
        }
        const inOrder = hear(payment, ...reports)
        expect(figuresOf(now)).toMatchObject({ authorized: 10_000, ...end })
        expect(figuresOf(now)).toEqual(figuresOf(inOrder))
        expect(statusOf(now)).toBe(statusOf(inOrder))
        expect(authorizationOf(now).state).toBe('succeeded')
      }),
      { numRuns: 1_000 },
    )
  })
})
