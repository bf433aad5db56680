import { money } from '@souk/contracts/money'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { change } from './change.ts'
import { samplePayment, sampleReport, sampleTransaction } from './fixtures/samples.ts'
import { authorizationOf, figuresOf, type Kind, type Payment, statusOf } from './payment.ts'
import { isAbout, merge, type Report } from './report.ts'

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

describe('another amount than ours', () => {
  const lies = [money(9_999, 'EUR'), money(10_001, 'EUR'), money(10_000, 'USD')].map((amount) =>
    sampleReport({ amount, captured: amount.amount, source: 'told' }),
  )

  it.each(lies)('that is only told moves nothing, and holds the payment: %o', (lie) => {
    const payment = hear(samplePayment(), lie)
    expect(payment).toMatchObject({ doubt: { told: lie.amount, isOpen: true } })
    expect(payment.transactions).toEqual(samplePayment().transactions)
    expect(statusOf(payment)).toBe('unknown')
  })

  it('also holds what is paid already, until the book was asked', () => {
    const paid = hear(samplePayment(), sampleReport({ captured: 10_000 }))
    const held = hear(paid, lies[0] as Report)
    expect(statusOf(held)).toBe('unknown')
    const asked = hear(held, sampleReport({ captured: 10_000 }))
    expect(statusOf(asked)).toBe('captured')
    expect(asked.doubt).toMatchObject({ isOpen: false })
    expect(figuresOf(asked)).toEqual(figuresOf(paid))
  })

  it('makes everything told incredible until the book was asked', () => {
    const held = hear(samplePayment(), lies[0] as Report)
    const after = hear(held, sampleReport({ captured: 10_000, source: 'told' }))
    expect(figuresOf(after)).toEqual(figuresOf(held))
  })

  it('that does not add up is not believed either', () => {
    for (const more of [
      { captured: 10_001 },
      { captured: 6_000, voided: 5_000 },
      { captured: 5, refunded: 6 },
    ])
      expect(hear(samplePayment(), sampleReport({ ...more, source: 'told' })).doubt).toMatchObject({
        isOpen: true,
      })
  })

  it('in the book of a payment known with ours is a doubt that stays open', () => {
    const paid = hear(samplePayment(), sampleReport({ captured: 10_000 }))
    const after = hear(paid, sampleReport({ amount: money(10_001, 'EUR'), captured: 10_001 }))
    expect(after).toMatchObject({ doubt: { isOpen: true }, transactions: paid.transactions })
  })
})

describe('a report is about a payment', () => {
  const known = hear(samplePayment(), sampleReport({}))
  const cause = { kind: 'capture', key: 'ord_1-1', transactionId: 'x' } as const

  it.each<[boolean, Partial<Report>]>([
    [true, { reference: 'pay_1', providerId: 'other' }],
    [true, { reference: 'other', providerId: 'sbx_1' }],
    [true, { reference: 'other', providerId: 'other', cause }],
    [false, { reference: 'other', providerId: 'other' }],
    [false, { reference: 'other', providerId: 'other', cause: { ...cause, key: 'ord_2-1' } }],
  ])('%s: %o', (is, given) => {
    expect(isAbout(sampleReport(given), known)).toBe(is)
  })
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
  it('ends the same with lies among what is told, once the book was asked', () => {
    const seeds = fc.array(fc.nat(), { minLength: 1, maxLength: 60 })
    const lies = fc.array(fc.integer({ min: 1, max: 20_000 }), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(acts, seeds, lies, (given, seeds, amounts) => {
        const { payment, reports } = play(given)
        const last = reports.at(-1) as Report
        const told = reports.map((report) => ({ ...report, source: 'told' as const }))
        const lying = amounts.map((amount) => ({
          ...last,
          amount: money(amount, amount === 10_000 ? 'USD' : 'EUR'),
          source: 'told' as const,
        }))
        const now = hear(payment, ...shuffle([...told, ...lying], seeds), { ...last, cause: null })
        const truly = hear(payment, ...reports)
        expect(now.doubt).toMatchObject({ isOpen: false })
        const { captured, voided, refunded } = last
        expect(now.told).toEqual({ captured, voided, refunded })
        expect(authorizationOf(now)).toEqual(authorizationOf(truly))
        expect(figuresOf(now).voided).toBe(figuresOf(truly).voided)
      }),
      { numRuns: 500 },
    )
  })

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
        expect(now.doubt).toBeNull()
        expect(figuresOf(now)).toMatchObject({ authorized: 10_000, ...end })
        expect(figuresOf(now)).toEqual(figuresOf(inOrder))
        expect(statusOf(now)).toBe(statusOf(inOrder))
        expect(authorizationOf(now).state).toBe('succeeded')
      }),
      { numRuns: 1_000 },
    )
  })
})
