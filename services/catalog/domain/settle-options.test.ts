import { describe, expect, it } from 'vitest'
import { editVariant, newVariant } from './edit-variant.ts'
import type { Variant } from './product.ts'
import { settleOptions } from './settle-options.ts'

const variant = (sku: string, options: Record<string, string>): Variant => {
  const made = newVariant(
    {
      sku,
      options,
      prices: [{ amount: 100, currency: 'EUR' }],
      compareAtPrices: [{ amount: 150, currency: 'EUR' }],
      policy: 'deny',
      quantity: 0,
      barcode: '',
      taxClass: 'standard',
      taxCode: '',
      requiresShipping: true,
      imageUrl: '',
    },
    `var_${sku}`,
  )
  if (!made.ok) throw new Error(made.message)
  return made.variant
}

describe('the options of a product', () => {
  const small = variant('S', { Size: 'S', Colour: 'red' })
  const medium = variant('M', { Size: 'M', Colour: 'red' })

  it('are those of its variants, as they appear', () => {
    expect(settleOptions([], [medium, small])).toEqual({
      ok: true,
      options: [
        { name: 'Size', values: ['M', 'S'] },
        { name: 'Colour', values: ['red'] },
      ],
    })
  })

  it('keep the order listed, and only the values in use', () => {
    const listed = [
      { name: 'Colour', values: [] },
      { name: 'Size', values: ['S', 'XL', 'M'] },
    ]
    expect(settleOptions(listed, [medium, small])).toEqual({
      ok: true,
      options: [
        { name: 'Colour', values: ['red'] },
        { name: 'Size', values: ['S', 'M'] },
      ],
    })
  })

  it.each([
    ['a value is missing', [small, variant('X', { Size: 'L' })], 'options_mismatch'],
    ['a name is unknown', [small, variant('X', { Size: 'L', Colour: 'red', Cut: 'a' })], 'options_mismatch'],
    [
      'two are the same but for case',
      [small, variant('X', { Size: 's', Colour: 'RED' })],
      'duplicate_variant',
    ],
    ['there are more than three', [variant('X', { a: '1', b: '2', c: '3', d: '4' })], 'options_mismatch'],
  ])('are refused when %s', (_why, variants, code) => {
    expect(settleOptions([], variants)).toMatchObject({ ok: false, code })
  })

  it('are none for plain variants', () => {
    expect(settleOptions([], [variant('A', {}), variant('B', {})])).toEqual({ ok: true, options: [] })
  })
})

describe('the prices of a variant', () => {
  const mug = variant('MUG', {})
  const eur = (amount: number) => ({ amount, currency: 'EUR' })
  const usd = (amount: number) => ({ amount, currency: 'USD' })
  const pricesAfter = (edit: Parameters<typeof editVariant>[1]) => {
    const edited = editVariant(mug, edit)
    return edited.ok ? edited.variant.prices : edited.code
  }

  it.each([
    [{ prices: [eur(90), usd(99)] }, { EUR: { amount: 90, compareAt: 150 }, USD: { amount: 99 } }],
    [{ prices: [usd(99)] }, { USD: { amount: 99 } }],
    [{ compareAtPrices: [] }, { EUR: { amount: 100 } }],
    [{ title: 'Mug' }, { EUR: { amount: 100, compareAt: 150 } }],
    [{ prices: [eur(1), eur(2)] }, 'invalid_prices'],
    [{ prices: [{ amount: 1, currency: 'ZZZ' }] }, 'invalid_prices'],
    [{ compareAtPrices: [usd(1)] }, 'invalid_prices'],
  ])('after %j are %j', (edit, prices) => {
    expect(pricesAfter(edit)).toEqual(prices)
  })
})
