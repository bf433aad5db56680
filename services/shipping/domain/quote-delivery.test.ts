import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quoteDelivery } from './quote-delivery.ts'
import type { RateCard } from './rate-card.ts'

const price = (amount: number, currency = 'EUR') => ({ amount, currency })
const rate = (
  zone: string,
  amount: number,
  more: { currency?: string; freeFrom?: number; days?: number } = {},
) => ({
  zone,
  price: price(amount, more.currency),
  ...(more.freeFrom !== undefined && { freeFrom: price(more.freeFrom, more.currency) }),
  estimate: { minDays: 1, maxDays: more.days ?? 3 },
})
const option = (id: string, ...rates: ReturnType<typeof rate>[]) => ({
  id,
  name: id,
  carrier: 'post',
  rates,
  isActive: true,
  version: 1,
})
const zones = [
  { id: 'de', name: 'Germany', countries: ['DE'] },
  { id: 'eu', name: 'European Union', countries: ['FR', 'NL'] },
]
const parcel = (country: string, subtotal: number, currency = 'EUR') => ({
  country,
  currency,
  subtotal: price(subtotal, currency),
})
const shown = (card: RateCard, to: Parameters<typeof quoteDelivery>[1]) =>
  quoteDelivery(card, to).map(({ id, price }) => [id, price.amount])

describe('quoting delivery', () => {
  const card = {
    zones,
    options: [
      option('express', rate('de', 990), rate('eu', 1690)),
      option(
        'standard',
        rate('de', 490, { freeFrom: 5000 }),
        rate('eu', 890),
        rate('de', 590, { currency: 'USD' }),
      ),
    ],
  }

  it.each([
    [
      'cheapest first',
      parcel('DE', 4999),
      [
        ['standard', 490],
        ['express', 990],
      ],
    ],
    [
      'free from the threshold on',
      parcel('DE', 5000),
      [
        ['standard', 0],
        ['express', 990],
      ],
    ],
    [
      'the rates of the zone',
      parcel('FR', 9999),
      [
        ['standard', 890],
        ['express', 1690],
      ],
    ],
    ['only what has a price in the currency', parcel('DE', 9999, 'USD'), [['standard', 590]]],
    ['nothing in a currency nobody priced', parcel('DE', 9999, 'JPY'), []],
    ['nothing where no zone is', parcel('CH', 9999), []],
  ])('offers %s', (_what, to, offered) => {
    expect(shown(card, to)).toEqual(offered)
  })

  it('prefers the quicker of two that cost the same, and leaves out what is not active', () => {
    const slow = option('a-slow', rate('de', 500, { days: 9 }))
    const quick = option('z-quick', rate('de', 500, { days: 2 }))
    const gone = { ...option('gone', rate('de', 1)), isActive: false }
    expect(shown({ zones, options: [slow, gone, quick] }, parcel('DE', 1))).toEqual([
      ['z-quick', 500],
      ['a-slow', 500],
    ])
  })
})

const rates = fc.array(
  fc
    .record({
      zone: fc.constantFrom('de', 'eu', 'moon'),
      amount: fc.nat(5_000),
      currency: fc.constantFrom('EUR', 'USD'),
      freeFrom: fc.option(fc.nat(10_000), { nil: undefined }),
      days: fc.integer({ min: 1, max: 9 }),
    })
    .map(({ zone, amount, freeFrom, ...more }) =>
      rate(zone, amount, { ...more, ...(freeFrom !== undefined && { freeFrom }) }),
    ),
  { maxLength: 6 },
)
const cards = fc
  .uniqueArray(fc.stringMatching(/^[a-z]{1,5}$/), { maxLength: 6 })
  .chain((ids) => fc.tuple(...ids.map((id) => rates.map((some) => option(id, ...some)))))
  .map((options) => ({ zones, options }))
const parcels = fc
  .tuple(fc.constantFrom('DE', 'FR', 'CH'), fc.nat(20_000), fc.constantFrom('EUR', 'USD'))
  .map((given) => parcel(...given))

describe('every quote', () => {
  it('is sorted by price, all in the currency asked for, each option once', () => {
    fc.assert(
      fc.property(cards, parcels, (card, to) => {
        const offered = quoteDelivery(card, to)
        const amounts = offered.map(({ price }) => price.amount)
        expect(amounts).toEqual([...amounts].sort((a, b) => a - b))
        expect(offered.every(({ price }) => price.currency === to.currency)).toBe(true)
        expect(new Set(offered.map(({ id }) => id)).size).toBe(offered.length)
      }),
    )
  })

  it('does not depend on the order of the options', () => {
    fc.assert(
      fc.property(cards, parcels, (card, to) => {
        const turned = { ...card, options: [...card.options].reverse() }
        expect(quoteDelivery(turned, to)).toEqual(quoteDelivery(card, to))
      }),
    )
  })

  it('never rises when more is bought', () => {
    fc.assert(
      fc.property(cards, parcels, fc.nat(10_000), (card, to, more) => {
        const bigger = { ...to, subtotal: price(to.subtotal.amount + more, to.currency) }
        const before = new Map(quoteDelivery(card, to).map(({ id, price }) => [id, price.amount]))
        for (const { id, price } of quoteDelivery(card, bigger))
          expect(price.amount).toBeLessThanOrEqual(before.get(id) ?? -1)
      }),
    )
  })
})
