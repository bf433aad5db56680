import type { StaffProduct } from '@souk/contracts/catalog'
import type { Money } from '@souk/contracts/money'
import { type Product, type VariantPrice, variantTitle } from './product.ts'

/** A product as staff edit it. */
export const toStaffProduct = (product: Product): StaffProduct => ({
  ...product,
  variants: product.variants.map(({ prices, ...variant }) => ({
    ...variant,
    title: variantTitle({ ...variant, prices }, product),
    prices: moneys(prices, ({ amount }) => amount),
    compareAtPrices: moneys(prices, ({ compareAt }) => compareAt),
  })),
})

const moneys = (
  prices: Record<string, VariantPrice>,
  of: (price: VariantPrice) => number | undefined,
): Money[] =>
  Object.entries(prices).flatMap(([currency, price]) => {
    const amount = of(price)
    return amount === undefined ? [] : [{ amount, currency }]
  })
