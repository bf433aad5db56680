import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ListPrice, priceTiersOf, unitPriceOf } from './unit-price.ts'

const NOON = Date.parse('2026-01-05T12:00:00.000Z')
const at = (hours: number) => new Date(NOON + hours * 3_600_000).toISOString()
const price = (amount: number, more: Partial<ListPrice> = {}): ListPrice => ({
  ...{ priceListId: 'plist_a', currency: 'EUR', amount, minQuantity: 1 },
  ...more,
})
const prices = [{ amount: 1_000, currency: 'EUR' }]
const anyone = { currency: 'EUR', groups: [], now: NOON }
const costs = (listPrices: ListPrice[], more: object = {}) =>
  unitPriceOf({ prices, listPrices }, { ...anyone, quantity: 1, ...more })

describe('the price that counts', () => {
  it('is the lowest that applies, a variant’s own among them', () => {
    expect(costs([])).toBe(1_000)
    expect(costs([price(900), price(800), price(850)])).toBe(800)
    expect(costs([price(1_200)])).toBe(1_000)
  })

  it('is a list’s alone where the variant has none of its own', () => {
    const listPrices = [price(700, { currency: 'CHF', minQuantity: 5 })]
    const inFrancs = { ...anyone, currency: 'CHF' }
    expect(unitPriceOf({ prices, listPrices }, { ...inFrancs, quantity: 5 })).toBe(700)
    expect(unitPriceOf({ prices, listPrices }, { ...inFrancs, quantity: 4 })).toBeUndefined()
    expect(unitPriceOf({ prices, listPrices }, { ...inFrancs, currency: 'SEK', quantity: 5 })).toBeUndefined()
  })

  it('is a group’s for whoever is in one of its groups', () => {
    const wholesale = [price(600, { customerGroups: ['trade', 'staff'] })]
    expect(costs(wholesale)).toBe(1_000)
    expect(costs(wholesale, { groups: ['press'] })).toBe(1_000)
    expect(costs(wholesale, { groups: ['press', 'staff'] })).toBe(600)
    expect(costs([price(600, { customerGroups: [] })])).toBe(600)
  })

  it('begins and ends on the millisecond', () => {
    const season = [price(500, { startsAt: at(0), endsAt: at(1) })]
    const hour = Date.parse(at(1))
    const seen = [NOON - 1, NOON, hour - 1, hour].map((now) => costs(season, { now }))
    expect(seen).toEqual([1_000, 500, 500, 1_000])
  })

  it('is told by tiers, each lower than the one before', () => {
    const listPrices = [
      ...[price(700, { minQuantity: 50 }), price(900, { minQuantity: 10 }), price(950, { minQuantity: 20 })],
      ...[price(100, { minQuantity: 10, customerGroups: ['trade'] }), price(990)],
    ]
    expect(priceTiersOf({ prices, listPrices }, anyone)).toEqual([
      { minQuantity: 10, amount: 900 },
      { minQuantity: 50, amount: 700 },
    ])
  })
})

const groups = fc.subarray(['trade', 'staff', 'press'])
const when = fc.option(
  fc.integer({ min: -3, max: 3 }).map((hours) => at(hours)),
  { nil: undefined },
)
const anyPrice = fc
  .record({
    currency: fc.constantFrom('EUR', 'USD'),
    amount: fc.integer({ min: 0, max: 2_000 }),
    minQuantity: fc.integer({ min: 1, max: 30 }),
    customerGroups: groups,
    startsAt: when,
    endsAt: when,
  })
  .map(
    ({ startsAt, endsAt, ...rest }): ListPrice => ({
      ...{ priceListId: 'plist_a', ...rest },
      ...(startsAt !== undefined && { startsAt }),
      ...(endsAt !== undefined && { endsAt }),
    }),
  )
const lists = fc.array(anyPrice, { maxLength: 12 })
const occasion = fc.record({
  currency: fc.constantFrom('EUR', 'USD'),
  groups,
  now: fc.integer({ min: -3, max: 3 }).map((hours) => Date.parse(at(hours))),
})
const quantity = fc.integer({ min: 1, max: 40 })
const of = (listPrices: readonly ListPrice[]) => ({ prices, listPrices })
/** What is not sold costs more than anything. */
const orNever = (amount: number | undefined) => amount ?? Number.POSITIVE_INFINITY

describe('whatever the lists', () => {
  it('one more of them never makes anything dearer', () => {
    fc.assert(
      fc.property(lists, anyPrice, occasion, quantity, (some, more, asked, count) => {
        const by = (all: ListPrice[]) => orNever(unitPriceOf(of(all), { ...asked, quantity: count }))
        expect(by([...some, more])).toBeLessThanOrEqual(by(some))
      }),
    )
  })

  it('their order is nothing', () => {
    const shuffled = lists.chain((some) =>
      fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length })),
    )
    fc.assert(
      fc.property(shuffled, occasion, quantity, ([some, other], asked, count) => {
        const wanted = { ...asked, quantity: count }
        expect(unitPriceOf(of(other), wanted)).toBe(unitPriceOf(of(some), wanted))
        expect(priceTiersOf(of(other), asked)).toEqual(priceTiersOf(of(some), asked))
      }),
    )
  })

  it('more units never cost more each, and tiers tell exactly where they cost less', () => {
    fc.assert(
      fc.property(lists, occasion, quantity, (some, asked, count) => {
        const by = (many: number) => orNever(unitPriceOf(of(some), { ...asked, quantity: many }))
        expect(by(count + 1)).toBeLessThanOrEqual(by(count))
        const tier = priceTiersOf(of(some), asked).findLast(({ minQuantity }) => minQuantity <= count)
        expect(by(count)).toBe(tier?.amount ?? by(1))
      }),
    )
  })

  it('one outside its dates, for another group or in another currency changes nothing', () => {
    fc.assert(
      fc.property(lists, anyPrice, quantity, (some, one, count) => {
        const before = costs(some, { quantity: count })
        const others = [
          ...[
            { ...one, endsAt: at(0) },
            { ...one, startsAt: new Date(NOON + 1).toISOString() },
          ],
          ...[
            { ...one, customerGroups: ['nobody'] },
            { ...one, currency: 'CHF' },
          ],
          { ...one, minQuantity: count + 1 },
        ]
        expect(costs([...some, ...others], { quantity: count })).toBe(before)
      }),
    )
  })
})
