import { expect, it } from 'vitest'
import type { Product, Variant } from './product.ts'
import { draftOf, isComplete, newVariant, variantEdit } from './variant-draft.ts'

const product = { options: [{ name: 'Colour', values: ['Blue'] }] } as unknown as Product
const variant = {
  sku: 'BOWL-BLUE',
  options: { Colour: 'Blue' },
  prices: [{ amount: 1999, currency: 'EUR' }],
  compareAtPrices: [],
  barcode: '',
  taxClass: 'standard',
  requiresShipping: true,
  weightGrams: 300,
} as unknown as Variant

it('a new variant is asked for each option of its product', () => {
  expect(draftOf(product, undefined).options).toEqual({ Colour: '' })
})

it('sends nothing while nothing was changed', () => {
  expect(variantEdit(draftOf(product, variant), variant)).toEqual({})
})

it('sends what was changed alone', () => {
  const draft = { ...draftOf(product, variant), prices: [{ amount: 2099, currency: 'EUR' }] }
  expect(variantEdit(draft, variant)).toEqual({ prices: draft.prices })
})

it('a new one opens its shelf with what is there', () => {
  const draft = { ...draftOf(product, undefined), sku: 'BOWL-RED', quantity: '12' }
  expect(newVariant(draft)).toMatchObject({ sku: 'BOWL-RED', quantity: 12 })
  expect(newVariant(draft)).not.toHaveProperty('weightGrams')
})

it('is not complete without a SKU, or while an amount is none', () => {
  expect(isComplete(draftOf(product, variant))).toBe(true)
  expect(isComplete({ ...draftOf(product, variant), sku: ' ' })).toBe(false)
  expect(isComplete({ ...draftOf(product, variant), prices: undefined })).toBe(false)
})
