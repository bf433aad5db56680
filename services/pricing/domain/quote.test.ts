import type { Quote } from '@souk/contracts/pricing'
import { isRefusal } from '@souk/kit/contract'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { UNUSED } from './promotions/usage.ts'
import { type Basket, quote } from './quote.ts'
import type { Rules } from './rules.ts'
import type { TaxRate } from './tax-rate.ts'

const rate = (
  country: string,
  taxClass: string,
  millionths: number,
  more: Partial<TaxRate> = {},
): TaxRate => ({
  id: `${country}-${taxClass}`,
  country,
  region: null,
  postalCode: null,
  taxClass,
  name: `${country} ${taxClass}`,
  rate: millionths,
  priority: 0,
  version: 1,
  ...more,
})

const USUAL = { mode: 'half_even', level: 'line' } as const
const rules: Rules = {
  modes: [
    { currency: 'EUR', taxIncluded: true, homeCountry: 'DE', rounding: USUAL, version: 1 },
    { currency: 'USD', taxIncluded: false, homeCountry: null, rounding: USUAL, version: 1 },
  ],
  rates: [
    rate('DE', 'standard', 190_000),
    rate('DE', 'reduced', 70_000),
    rate('FR', 'standard', 200_000),
    rate('US', 'standard', 72_500, { region: 'CA', name: 'CA sales tax' }),
  ],
  promotions: [],
}
const at = { named: [], usage: UNUSED, now: 0 }

const to = (country: string, region?: string) => ({
  shippingAddress: {
    name: 'Ada',
    line1: 'Weg 1',
    city: 'Ort',
    postalCode: '1',
    country,
    ...(region && { region }),
  },
})
const line = (amount: number, currency = 'EUR', more: object = {}) => ({
  id: `line-${amount}`,
  sku: 'MUG',
  quantity: 1,
  unitPrice: { amount, currency },
  taxClass: 'standard',
  ...more,
})
const quoted = (basket: Partial<Basket>): Quote => {
  const made = quote({ currency: 'EUR', lines: [], ...basket }, { ...at, rules })
  if (isRefusal(made)) throw new Error(made.code)
  return made
}
const figures = ({ totals }: Quote) => [
  totals.subtotal.amount,
  totals.shipping.amount,
  totals.tax.amount,
  totals.total.amount,
]

describe('tax inside the price', () => {
  it('is the part of the price that the rate makes', () => {
    const made = quoted({ lines: [line(1190)], ...to('DE') })
    expect(figures(made)).toEqual([1190, 0, 190, 1190])
    expect(made.totals.taxIncluded).toBe(true)
    expect(made.taxes).toEqual([
      { name: 'DE standard', rate: '19', amount: { amount: 190, currency: 'EUR' } },
    ])
  })

  it('is the home country’s while there is no address', () => {
    expect(figures(quoted({ lines: [line(1190)] }))).toEqual([1190, 0, 190, 1190])
  })

  it('follows the class and the country', () => {
    const reduced = line(1070, 'EUR', { taxClass: 'reduced' })
    expect(figures(quoted({ lines: [reduced], ...to('DE') }))).toEqual([1070, 0, 70, 1070])
    expect(figures(quoted({ lines: [line(1200)], ...to('FR') }))).toEqual([1200, 0, 200, 1200])
  })

  it('is the standard one where a country does not know the class, and none on exempt goods', () => {
    const lines = [line(1200, 'EUR', { taxClass: 'reduced' }), line(500, 'EUR', { taxClass: 'exempt' })]
    expect(figures(quoted({ lines, ...to('FR') }))).toEqual([1700, 0, 200, 1700])
  })
})

describe('tax on top of the price', () => {
  it('is added where a state has a rate', () => {
    const made = quoted({ currency: 'USD', lines: [line(10_000, 'USD')], ...to('US', 'CA') })
    expect(figures(made)).toEqual([10_000, 0, 725, 10_725])
    expect(made.taxes).toMatchObject([{ name: 'CA sales tax', rate: '7.25' }])
  })

  it.each(['ca', ' CA ', 'US-CA'])('knows the state when it is written %j', (region) => {
    expect(
      quoted({ currency: 'USD', lines: [line(10_000, 'USD')], ...to('US', region) }).totals.tax.amount,
    ).toBe(725)
  })

  it.each([to('US', 'OR'), to('US'), {}])('is nothing elsewhere, and before there is an address', (where) => {
    expect(figures(quoted({ currency: 'USD', lines: [line(999, 'USD')], ...where }))).toEqual([
      999, 0, 0, 999,
    ])
  })
})

it('taxes delivery at the standard rate', () => {
  const shipping = { amount: 595, currency: 'EUR' }
  expect(figures(quoted({ lines: [line(1190)], shipping, ...to('DE') }))).toEqual([1190, 595, 285, 1785])
})

it('rounds every line half to even', () => {
  // 7.25 % of 200 is 14.5: down to 14; of 600 it is 43.5: up to 44.
  const lines = [line(200, 'USD'), line(600, 'USD')]
  const made = quoted({ currency: 'USD', lines, ...to('US', 'CA') })
  expect(made.lines.map(({ tax }) => tax.amount)).toEqual([14, 44])
})

it('lets the higher priority decide, then the region', () => {
  const rates = [
    rate('US', 'standard', 10_000, { id: 'country' }),
    rate('US', 'standard', 20_000, { id: 'region', region: 'CA' }),
    rate('US', 'standard', 30_000, { id: 'holiday', priority: 1 }),
  ]
  const tax = (known: TaxRate[]) => {
    const basket = { currency: 'USD', lines: [line(10_000, 'USD')], ...to('US', 'CA') }
    const made = quote(basket, { ...at, rules: { ...rules, rates: known } })
    return isRefusal(made) ? made.code : made.totals.tax.amount
  }
  expect(tax(rates)).toBe(300)
  expect(tax(rates.slice(0, 2))).toBe(200)
})

it('refuses what an order cannot hold', () => {
  const lines = [1, 2].map((id) => line(9_000_000_000, 'EUR', { id: `line-${id}`, quantity: 999 }))
  expect(quote({ currency: 'EUR', lines }, { ...at, rules })).toMatchObject({ code: 'amount_too_large' })
})

const baskets = fc
  .record({
    currency: fc.constantFrom('EUR', 'USD', 'JPY', 'KWD'),
    country: fc.constantFrom('DE', 'FR', 'US', 'XX', undefined),
    shipping: fc.option(fc.nat(100_000), { nil: undefined }),
    lines: fc.array(
      fc.record({
        price: fc.nat(9_000_000),
        quantity: fc.integer({ min: 1, max: 999 }),
        taxClass: fc.constantFrom('standard', 'reduced', 'exempt', 'books'),
      }),
      { maxLength: 30 },
    ),
  })
  .map(
    ({ currency, country, shipping, lines }): Basket => ({
      currency,
      lines: lines.map(({ price, quantity, taxClass }, index) =>
        line(price, currency, { id: `line-${index}`, quantity, taxClass }),
      ),
      ...(shipping !== undefined && { shipping: { amount: shipping, currency } }),
      ...(country && to(country, 'CA')),
    }),
  )

const sumOf = (amounts: { amount: number }[]) => amounts.reduce((sum, { amount }) => sum + amount, 0)

describe('any quote', () => {
  it('adds up exactly', () => {
    fc.assert(
      fc.property(baskets, (basket) => {
        const { totals, lines, taxes } = quoted(basket)
        const { subtotal, discount, shipping, tax, total, taxIncluded } = totals
        expect(total.amount).toBe(
          subtotal.amount - discount.amount + shipping.amount + (taxIncluded ? 0 : tax.amount),
        )
        expect(subtotal.amount).toBe(
          basket.lines.reduce((sum, { unitPrice, quantity }) => sum + unitPrice.amount * quantity, 0),
        )
        expect(sumOf(lines.map((one) => one.total))).toBe(subtotal.amount - discount.amount)
        expect(sumOf(lines.map((one) => one.discount))).toBe(discount.amount)
        expect(sumOf(taxes.map((one) => one.amount))).toBe(tax.amount)
        for (const { amount } of [subtotal, discount, shipping, tax, total])
          expect(amount).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('does not depend on the order of its lines', () => {
    const shuffled = baskets.chain((basket) =>
      fc
        .shuffledSubarray(basket.lines, { minLength: basket.lines.length })
        .map((lines) => ({ basket, other: { ...basket, lines } })),
    )
    fc.assert(
      fc.property(shuffled, ({ basket, other }) => {
        const [a, b] = [quoted(basket), quoted(other)]
        expect(b.totals).toEqual(a.totals)
        expect(b.taxes).toEqual(a.taxes)
        const byId = (made: Quote) => new Map(made.lines.map((one) => [one.id, one]))
        expect(byId(b)).toEqual(byId(a))
      }),
    )
  })

  it('never has more tax inside than the rate allows, to half a minor unit a line', () => {
    fc.assert(
      fc.property(baskets, (basket) => {
        const made = quoted(basket)
        if (!made.totals.taxIncluded) return
        for (const { total, tax } of made.lines)
          expect(tax.amount).toBeLessThanOrEqual((total.amount * 0.2) / 1.2 + 0.5)
      }),
    )
  })
})
