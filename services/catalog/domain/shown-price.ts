import { type Priced, priceTiersOf, unitPriceOf } from '@souk/contracts/unit-price'
import type { Product, Variant } from './product.ts'
import { moneysOf } from './variant-prices.ts'

interface Shown {
  product: Pick<Product, 'updatedAt'>
  currency: string
}

/**
 * Prices are shown as of the product’s last change, so that its pages, lists and copies say the same whatever clock
 * they were made by: where the clock alone changes a price, the product is touched.
 */
const everyone = ({ product, currency }: Shown) => ({
  currency,
  groups: [],
  now: Date.parse(product.updatedAt),
})

/** What everyone is shown that one costs, in minor units. */
export const shownPrice = (variant: Variant, shown: Shown): number | undefined =>
  unitPriceOf(pricedOf(variant), { ...everyone(shown), quantity: 1 })

/** What everyone is shown that each costs of many. */
export const shownTiers = (variant: Variant, shown: Shown) => priceTiersOf(pricedOf(variant), everyone(shown))

/** Those it has any price in. */
export const currenciesOf = ({ prices, listPrices }: Variant): string[] => [
  ...new Set([...Object.keys(prices), ...listPrices.map(({ currency }) => currency)]),
]

const pricedOf = ({ prices, listPrices }: Variant): Priced => ({
  prices: moneysOf(prices, ({ amount }) => amount),
  listPrices,
})
