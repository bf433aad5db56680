import type { ListPrice } from '@souk/contracts/unit-price'
import { describe, expect, it } from 'vitest'
import { type Cart, emptyCart } from './cart.ts'
import { goneLines, reprice, shownAsIs } from './reprice.ts'
import type { Variant } from './variant.ts'

const AT = '2026-01-05T09:00:00.000Z'
const from = (minQuantity: number, amount: number): ListPrice => ({
  ...{ priceListId: 'plist_a', currency: 'EUR', minQuantity, amount },
})
const market = (own: number[], listPrices: ListPrice[] = [], more: { isFinal?: boolean } = {}) => {
  const variant: Variant = {
    ...{ variantId: 'mug', sku: 'MUG', productId: 'prod_a', productSlug: 'a', title: 'Mug' },
    ...{ prices: own.map((amount) => ({ amount, currency: 'EUR' })), listPrices, taxClass: 'standard' },
    ...{ availability: 'in_stock', isPublished: true, version: 1 },
  }
  return { variants: new Map([['mug', variant]]), now: Date.parse(AT), ...more }
}
const cartOf = (quantity: number, shownPrice: number, shownQuantity?: number): Cart => ({
  ...emptyCart({ id: 'cart_a', currency: 'EUR', customerId: null }, AT),
  lines: [
    {
      ...{ id: 'line', variantId: 'mug', quantity, shownPrice },
      ...(shownQuantity !== undefined && { shownQuantity }),
    },
  ],
})
const tiered = [from(10, 400)]
const changed = (before: number, after: number) => [
  { code: 'price_changed', lineId: 'line', from: eur(before), to: eur(after) },
]
const eur = (amount: number) => ({ amount, currency: 'EUR' })

describe('a price', () => {
  it('that follows from another quantity is taken over, and no news', () => {
    const more = reprice(cartOf(10, 500, 1), market([500], tiered))
    expect(more.notices).toEqual([])
    expect(more.cart.lines).toMatchObject([{ shownPrice: 400, shownQuantity: 10 }])
    expect(reprice(cartOf(9, 400, 10), market([500], tiered)).notices).toEqual([])
  })

  it('that changed meanwhile is news whatever became of the quantity', () => {
    expect(reprice(cartOf(1, 500), market([450])).notices).toEqual(changed(500, 450))
    expect(reprice(cartOf(10, 500, 1), market([450], tiered)).notices).toEqual(changed(500, 400))
    const later = shownAsIs(cartOf(12, 500, 5))
    expect(reprice(later, market([500], tiered)).notices).toEqual(changed(500, 400))
  })

  it('that is ordered is news whenever it was not shown', () => {
    const final = { isFinal: true }
    expect(reprice(cartOf(9, 400, 10), market([500], tiered, final)).notices).toEqual(changed(400, 500))
    expect(reprice(cartOf(10, 400, 10), market([500], tiered, final)).notices).toEqual([])
  })

  it('as it was shown leaves a cart as it is, also one from before quantities were remembered', () => {
    for (const cart of [cartOf(10, 400, 10), cartOf(10, 400)])
      expect(reprice(cart, market([500], tiered)).cart).toBe(cart)
  })

  it('is none for fewer than a list sells', () => {
    expect(goneLines(cartOf(9, 400), market([], tiered))).toHaveLength(1)
    expect(reprice(cartOf(9, 400), market([], tiered)).notices).toEqual([
      { code: 'unavailable', lineId: 'line' },
    ])
    expect(goneLines(cartOf(10, 400), market([], tiered))).toEqual([])
  })
})
