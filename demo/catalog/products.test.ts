import { expect, test } from 'vitest'
import { colours } from './colours.ts'
import { demoProducts } from './products.ts'

const products = demoProducts()
const variants = products.flatMap((product) => product.variants)

function repeated(items: readonly string[]): string[] {
  return items.filter((item, i) => items.indexOf(item) !== i)
}

test('there are about five hundred products in twenty categories', () => {
  const leaves = new Set(products.map(({ department, category }) => `${department} > ${category}`))
  expect(leaves.size).toBe(20)
  expect(products.length).toBeGreaterThanOrEqual(480)
  expect(products.length).toBeLessThanOrEqual(520)
})

test('no two products share a handle, and handles are plain slugs', () => {
  expect(repeated(products.map(({ handle }) => handle))).toEqual([])
  for (const { handle } of products) expect(handle).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
})

test('no two variants share a SKU, and SKUs can be read aloud', () => {
  expect(repeated(variants.map(({ sku }) => sku))).toEqual([])
  for (const { sku } of variants) expect(sku).toMatch(/^[A-Z0-9]+(-[A-Z0-9]+)+$/)
})

test('no two variants of a product are the same choice, and none lacks a value', () => {
  for (const { options, variants: own } of products) {
    expect(repeated(own.map(({ values }) => values.join(' / ')))).toEqual([])
    expect(options.length).toBeLessThanOrEqual(3)
    for (const { values } of own) {
      expect(values.map((value, i) => options[i]?.values.includes(value))).toEqual(options.map(() => true))
    }
  }
})

test('no two colours share a code', () => {
  expect(repeated([...colours.values()].map(({ code }) => code))).toEqual([])
})

test('stock is mostly plentiful, sometimes low and now and then gone', () => {
  const share = (low: number, high: number) =>
    variants.filter(({ quantity }) => quantity >= low && quantity <= high).length / variants.length
  expect(share(10, 200)).toBeGreaterThan(0.85)
  expect(share(1, 3)).toBeGreaterThan(0.03)
  expect(share(0, 0)).toBeGreaterThan(0.01)
  expect(share(0, 0) + share(1, 3) + share(10, 200)).toBeCloseTo(1)
})

test('a search engine gets a title and a description short enough to show', () => {
  for (const { seo } of products) {
    expect(seo.title.length).toBeLessThanOrEqual(70)
    expect(seo.description.length).toBeGreaterThan(30)
    expect(seo.description.length).toBeLessThanOrEqual(160)
  }
})
