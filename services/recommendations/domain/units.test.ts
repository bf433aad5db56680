import { expect, it } from 'vitest'
import { SKUS_KEPT } from './taste.ts'
import { unitsKept } from './units.ts'

it('keeps what an order bought by SKU, lines of the same one together', () => {
  const lines = [
    { sku: 'TIE', quantity: 1 },
    { sku: 'PIN', quantity: 2 },
    { sku: 'TIE', quantity: 3 },
  ]
  expect([...unitsKept(lines)]).toEqual([
    ['TIE', 4],
    ['PIN', 2],
  ])
})

it('keeps the first SKUs of a long list, with all their units', () => {
  const list = Array.from({ length: 200 }, (_, index) => ({ sku: `SKU-${index}`, quantity: 1 }))
  const kept = unitsKept([...list, { sku: 'SKU-0', quantity: 5 }])
  expect(kept.size).toBe(SKUS_KEPT)
  expect(kept.get('SKU-0')).toBe(6)
  expect(kept.has(`SKU-${SKUS_KEPT}`)).toBe(false)
})
