import type { StaffProduct } from '@souk/contracts/catalog'
import { type Product, variantTitle } from './product.ts'
import { moneysOf } from './variant-prices.ts'

/** A product as staff edit it. */
export const toStaffProduct = (product: Product): StaffProduct => ({
  ...product,
  variants: product.variants.map(({ prices, listPrices: _, ...variant }) => ({
    ...variant,
    title: variantTitle(variant, product),
    prices: moneysOf(prices, ({ amount }) => amount),
    compareAtPrices: moneysOf(prices, ({ compareAt }) => compareAt),
  })),
})
