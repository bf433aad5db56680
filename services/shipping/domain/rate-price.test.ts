import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkRates } from './rate-card.ts'
import { type Rate, ratePrice } from './rate-price.ts'

const eur = (amount: number) => ({ amount, currency: 'EUR' })
const plain: Rate = { zone: 'de', price: eur(490), estimate: { minDays: 1, maxDays: 2 } }
const rate = (more: Partial<Rate>): Rate => ({ ...plain, ...more })

describe('the price of a parcel', () => {
  const tiers = [
    { overGrams: 2_000, amount: 690 },
    { overGrams: 5_000, amount: 1_190 },
  ]
  const byWeight = { tiers, step: { grams: 1_000, amount: 100 } }
  it.each([
    ['nothing to weigh', rate({ byWeight }), 0, 490],
    ['the last gram of a tier', rate({ byWeight }), 2_000, 490],
    ['a gram more', rate({ byWeight }), 2_001, 690],
    ['the end of the last tier', rate({ byWeight }), 5_000, 690],
    ['a gram beyond the last: its price and a begun step', rate({ byWeight }), 5_001, 1_290],
    ['a whole step beyond', rate({ byWeight }), 6_000, 1_290],
    ['a gram more than a step', rate({ byWeight }), 6_001, 1_390],
    [
      'a price per kilogram alone',
      rate({ byWeight: { tiers: [], step: { grams: 1_000, amount: 100 } } }),
      1_500,
      690,
    ],
    ['as heavy as goes', rate({ maxGrams: 1_000 }), 1_000, 490],
    ['too heavy', rate({ maxGrams: 1_000 }), 1_001, undefined],
    ['handling on top', rate({ handling: 150 }), 1, 640],
  ])('for %s', (_what, given, grams, price) => {
    expect(ratePrice(given, { grams, worth: 0 })).toBe(price)
  })

  const byValue = [
    { from: 2_000, amount: 390 },
    { from: 4_000, amount: 190 },
  ]
  it.each([
    [1_999, 490 + 50],
    [2_000, 390 + 50],
    [3_999, 390 + 50],
    [4_000, 190 + 50],
    [4_999, 190 + 50],
    [5_000, 0],
  ])('of goods worth %i is %i, handling included', (worth, price) => {
    expect(ratePrice(rate({ byValue, handling: 50, freeFrom: eur(5_000) }), { grams: 1, worth })).toBe(price)
  })
})

const zones = [
  { id: 'de', name: '', countries: [], areas: [], timeZone: 'UTC', cutOff: null, holidays: [], version: 1 },
]
const profiles = [{ id: 'standard', name: '', isShipped: true, version: 1 }]
const refusalOf = (...rates: Rate[]) => checkRates(rates, { zones, profiles })

const amount = fc.nat(5_000)
const rates = fc
  .record({
    base: amount,
    tiers: fc.array(fc.record({ overGrams: fc.integer({ min: 1, max: 9_000 }), amount }), { maxLength: 4 }),
    step: fc.option(fc.record({ grams: fc.integer({ min: 1, max: 3_000 }), amount }), { nil: undefined }),
    byValue: fc.array(fc.record({ from: amount, amount }), { maxLength: 3 }),
    handling: amount,
  })
  .map(({ base, tiers, step, byValue, handling }) =>
    rate({ price: eur(base), byWeight: { tiers, ...(step && { step }) }, byValue, handling }),
  )

describe('rates', () => {
  it('that are accepted never make the heavier cheaper', () => {
    let accepted = 0
    const property = fc.property(
      rates,
      fc.nat(12_000),
      fc.nat(5_000),
      amount,
      (given, grams, more, worth) => {
        if (refusalOf(given)) return
        accepted++
        const light = ratePrice(given, { grams, worth }) ?? 0
        expect(ratePrice(given, { grams: grams + more, worth })).toBeGreaterThanOrEqual(light)
      },
    )
    fc.assert(property, { numRuns: 2_000, seed: 7 })
    expect(accepted).toBeGreaterThan(200)
  })

  it.each([
    [
      'tiers out of order',
      {
        byWeight: {
          tiers: [
            { overGrams: 2, amount: 900 },
            { overGrams: 1, amount: 990 },
          ],
        },
      },
      'rates.0.byWeight',
    ],
    [
      'a heavier tier that is cheaper',
      { byWeight: { tiers: [{ overGrams: 2, amount: 489 }] } },
      'rates.0.byWeight',
    ],
    [
      'a value named twice',
      {
        byValue: [
          { from: 1, amount: 2 },
          { from: 1, amount: 1 },
        ],
      },
      'rates.0.byValue',
    ],
  ])('with %s are refused', (_what, more, path) => {
    expect(refusalOf(rate(more))).toMatchObject({ code: 'rates_conflict', errors: [{ path }] })
  })

  it('of a profile nobody knows are refused, and of two profiles they are not twins', () => {
    expect(refusalOf(rate({ profile: 'moon' }))).toMatchObject({ code: 'unknown_profile' })
    expect(refusalOf(plain, rate({ profile: 'standard' }))).toMatchObject({ code: 'rates_conflict' })
    const known = [...profiles, { id: 'bulky', name: '', isShipped: true, version: 1 }]
    expect(checkRates([plain, rate({ profile: 'bulky' })], { zones, profiles: known })).toBeUndefined()
  })
})
