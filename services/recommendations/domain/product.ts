import type { Recommendation } from '@souk/contracts/recommendations'
import type { Availability } from '@souk/contracts/values'

/** A product for sale, as catalog and inventory last told. */
export interface Product {
  id: string
  slug: string
  title: string
  category: { id: string; name: string } | null
  variants: readonly Variant[]
}

export interface Variant {
  id: string
  sku: string
  /** As a line of a cart is titled: the product's title, and behind a dash what was chosen. */
  title: string
  image: { url: string; alt: string } | null
  prices: readonly { amount: number; currency: string }[]
  availability: Availability
}

/** What a list shows of it in that currency; nothing where it is not sold for that. */
export function cardOf(product: Product, currency: string): Omit<Recommendation, 'reason'> | undefined {
  const variants = product.variants.flatMap(({ id, sku, title, prices, availability }) => {
    const price = prices.find((one) => one.currency === currency)
    return price ? [{ id, sku, title: ownTitle(title, product.title), price, availability }] : []
  })
  const [first, ...others] = variants.map(({ price }) => price).sort((a, b) => a.amount - b.amount)
  if (!first) return undefined
  const images = new Map(product.variants.flatMap(({ image }) => (image ? [[image.url, image]] : [])))
  return {
    ...{ id: product.id, slug: product.slug, title: product.title, variants },
    images: [...images.values()],
    priceRange: { min: first, max: others.at(-1) ?? first },
  }
}

export const isAvailable = ({ variants }: Pick<Recommendation, 'variants'>): boolean =>
  variants.some(({ availability }) => availability !== 'out_of_stock')

const ownTitle = (title: string, ofProduct: string): string =>
  title.startsWith(`${ofProduct} – `) ? title.slice(ofProduct.length + 3) : title
