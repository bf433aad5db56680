import { expect, it } from 'vitest'
import type { Variant } from '../domain/variant.ts'
import { variantCache } from './variant-cache.ts'

const variant = (variantId: string, more: Partial<Variant> = {}): Variant => ({
  variantId,
  sku: `SKU-${variantId}`,
  productId: 'prod_a',
  productSlug: 'a',
  title: variantId,
  prices: [],
  taxClass: 'standard',
  availability: 'in_stock',
  isPublished: true,
  version: 1,
  ...more,
})

it('keeps what was read, until its product or SKU is dropped', async () => {
  const cache = variantCache()
  await cache.readThrough(async () => [variant('a'), variant('b', { productId: 'prod_b' })])
  cache.drop('SKU-a')
  expect(cache.get('a')).toBeUndefined()
  expect(cache.findBySku('SKU-a')).toBeUndefined()
  expect(cache.findBySku('SKU-b')).toMatchObject({ variantId: 'b' })
  cache.drop('prod_b')
  expect(cache.get('b')).toBeUndefined()
})

it('does not keep what was read before something changed', async () => {
  const cache = variantCache()
  const reading = Promise.withResolvers<Variant[]>()
  const read = cache.readThrough(() => reading.promise)
  cache.drop('prod_a')
  reading.resolve([variant('a')])
  expect(await read).toHaveLength(1)
  expect(cache.get('a')).toBeUndefined()
})

it('does not find by SKU what is not published', async () => {
  const cache = variantCache()
  await cache.readThrough(async () => [variant('a', { isPublished: false })])
  expect(cache.get('a')).toBeDefined()
  expect(cache.findBySku('SKU-a')).toBeUndefined()
})

it('holds a bounded number', async () => {
  const cache = variantCache()
  await cache.readThrough(async () => Array.from({ length: 10_001 }, (_, index) => variant(`v${index}`)))
  expect(cache.get('v0')).toBeUndefined()
  expect(cache.get('v10000')).toBeDefined()
})
