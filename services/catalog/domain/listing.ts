import type { Product } from './product.ts'
import { currenciesOf, shownPrice } from './shown-price.ts'

/** A product in the lists of one currency. */
export interface Listing {
  productId: string
  currency: string
  /** Of the cheapest variant. */
  price: number
  titleKey: string
}

/** A row for each currency a published product has a price in for everyone. */
export function listingsOf(product: Product): Listing[] {
  if (product.status !== 'published') return []
  const cheapest = new Map<string, number>()
  for (const variant of product.variants) {
    for (const currency of currenciesOf(variant)) {
      const amount = shownPrice(variant, { product, currency })
      if (amount !== undefined) cheapest.set(currency, Math.min(amount, cheapest.get(currency) ?? amount))
    }
  }
  const titleKey = titleKeyOf(product.title)
  return [...cheapest].map(([currency, price]) => ({ productId: product.id, currency, price, titleKey }))
}

const KEY_LENGTH = 60

/** What titles are ordered by: letters without their case and accents, short enough for a cursor. */
export const titleKeyOf = (title: string): string =>
  [
    ...title
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .toLowerCase()
      .trim(),
  ]
    .slice(0, KEY_LENGTH)
    .join('')

/** What staff find a product by: title, slug and SKUs, in lower case. */
export const searchTextOf = ({ title, slug, variants }: Product): string =>
  [title, slug, ...variants.map(({ sku }) => sku)].join('\n').toLowerCase()
