import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quoteDelivery as quote, type Wish } from './quote-delivery.ts'
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
  kind: 'delivery' as const,
  pickupPoints: [],
  carrierRate: null,
  isActive: true,
  version: 1,
})
const zone = (id: string, countries: string[]) => ({
  ...{ id, name: id, countries, areas: [], timeZone: 'UTC', cutOff: null, holidays: [], version: 1 },
})
const zones = [zone('de', ['DE']), zone('eu', ['FR', 'NL'])]
const profiles = [
  { id: 'standard', name: 'Standard', isShipped: true, version: 1 },
  { id: 'bulky', name: 'Bulky', isShipped: true, version: 1 },
  { id: 'digital', name: 'Digital', isShipped: false, version: 1 },
]
const parcel = (country: string, subtotal: number, currency = 'EUR', goods: Wish['goods'] = []): Wish => ({
  to: { country, postalCode: '10115' },
  currency,
  subtotal: price(subtotal, currency),
  goods,
  now: Date.UTC(2026, 10, 23, 9),
})
const quoteDelivery = (card: Omit<RateCard, 'profiles'>, wish: Wish) =>
  quote({ profiles, ...card }, wish).items
const shown = (card: Omit<RateCard, 'profiles'>, to: Wish) =>
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

const goods = (sku: string, profile: string, weightGrams: number, quantity = 1) => ({
  sku,
  profile,
  weightGrams,
  quantity,
})
const eur = (profile: string, amount: number, more: object = {}) => ({
  ...rate('de', amount),
  profile,
  ...more,
})
const point = (id: string, postalCode: string, country = 'DE') => ({
  ...{ id, name: id, address: { line1: 'Weg 1', city: 'B', postalCode, country } },
})

describe('goods of several profiles', () => {
  const light = { byWeight: { tiers: [{ overGrams: 2_000, amount: 690 }] } }
  const card = {
    zones,
    options: [
      option('van', eur('standard', 490, light), eur('bulky', 2_490)),
      option('bike', eur('standard', 300)),
    ],
  }
  const to = (...given: Wish['goods']) => parcel('DE', 1_000, 'EUR', given)

  it('are a parcel each, and their prices add up', () => {
    expect(shown(card, to(goods('MUG', 'standard', 500), goods('SOFA', 'bulky', 40_000)))).toEqual([
      ['van', 490 + 2_490],
    ])
  })

  it('are weighed together where they are alike', () => {
    expect(shown(card, to(goods('MUG', 'standard', 500, 4)))).toEqual([
      ['bike', 300],
      ['van', 490],
    ])
    expect(shown(card, to(goods('MUG', 'standard', 500, 4), goods('CUP', 'standard', 1)))).toContainEqual([
      'van',
      690,
    ])
  })

  it('need no delivery where nothing is shipped, wherever that is, and cost nothing beside what is', () => {
    const song = goods('SONG', 'digital', 0)
    expect(shown(card, { ...to(song), to: { country: 'CH', postalCode: '1' } })).toEqual([['no-delivery', 0]])
    expect(shown(card, to(song, goods('SOFA', 'bulky', 1)))).toEqual([['van', 2_490]])
  })

  it.each([
    [
      'the country nobody goes to',
      parcel('CH', 1),
      { path: 'shippingAddress.country', message: /10115 in CH/ },
    ],
    ['the SKU of a profile nobody takes', to(goods('GAS', 'danger', 1)), { path: 'lines', sku: 'GAS' }],
    ['the currency without rates', parcel('DE', 1, 'JPY'), { path: 'currency', message: /JPY/ }],
    [
      'nothing but the order, where each alone would go',
      to(goods('MUG', 'standard', 1), goods('PIANO', 'heavy', 1)),
      { path: 'lines', message: /all of this/ },
    ],
  ])('are refused by naming %s', (_what, wish, obstacle) => {
    const heavy = option('crane', { ...rate('de', 9), profile: 'heavy' } as never)
    const { message, ...named } = { message: /./, ...obstacle }
    const said = quote({ ...card, profiles, options: [...card.options, heavy] }, wish)
    expect(said).toMatchObject({ items: [], obstacle: named })
    expect(said.obstacle?.message).toMatch(message)
  })
})

it('offers pick-up after what is brought, at the points of the country, nearest first', () => {
  const points = [
    point('far', '80331'),
    point('near', '10 178'),
    point('lyon', '69002', 'FR'),
    point('nearer', '10117'),
  ]
  const pickup = { ...option('pickup', rate('de', 100)), kind: 'pickup' as const, pickupPoints: points }
  const offered = quoteDelivery(
    { zones, options: [pickup, option('post', rate('de', 500))] },
    parcel('DE', 1),
  )
  expect(offered.map(({ id }) => id)).toEqual(['post', 'pickup'])
  expect(offered[1]?.pickupPoints?.map(({ id }) => id)).toEqual(['nearer', 'near', 'far'])
  const nowhere = { ...pickup, pickupPoints: points.slice(2, 3) }
  expect(quoteDelivery({ zones, options: [nowhere] }, parcel('DE', 1))).toEqual([])
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
