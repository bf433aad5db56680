import type { Product } from './product.ts'

/** A product in the lists of one currency. */
export interface Listing {
  productId: string
  currency: string
  /** Of the cheapest variant. */
  price: number
  titleKey: string
}

/** A row for each currency a published product has a price in. */
export function listingsOf(product: Product): Listing[] {
  if (product.status !== 'published') return []
  const cheapest = new Map<string, number>()
  for (const { prices } of product.variants) {
    for (const [currency, { amount }] of Object.entries(prices)) {
      cheapest.set(currency, Math.min(amount, cheapest.get(currency) ?? amount))
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
