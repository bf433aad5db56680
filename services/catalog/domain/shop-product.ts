import type { Product as ShopProduct } from '@souk/contracts/catalog'
import type { Money } from '@souk/contracts/money'
import { type Product, type Variant, variantTitle } from './product.ts'

/** A product as shoppers see it in one currency, or nothing when no variant has a price in it. */
export function toShopProduct(product: Product, currency: string): ShopProduct | undefined {
  const variants = product.variants.flatMap((variant) => toShopVariant(variant, product, currency) ?? [])
  if (variants.length === 0) return undefined
  const { id, slug, title, description, vendor, tags, categories, images, options, attributes, seo } = product
  return {
    id,
    slug,
    title,
    description,
    ...(vendor !== '' && { vendor }),
    tags,
    categories,
    images,
    options,
    attributes,
    variants,
    priceRange: priceRange(variants.map(({ price }) => price)),
    seo: {
      ...(seo.title !== '' && { title: seo.title }),
      ...(seo.description !== '' && { description: seo.description }),
    },
  }
}

function toShopVariant(
  variant: Variant,
  product: Product,
  currency: string,
): ShopProduct['variants'][number] | undefined {
  const price = variant.prices[currency]
  if (!price) return undefined
  const { id, sku, options, availability } = variant
  return {
    id,
    sku,
    title: variantTitle(variant, product),
    price: { amount: price.amount, currency },
    ...(price.compareAt !== undefined && { compareAtPrice: { amount: price.compareAt, currency } }),
    options: inOrder(options, product),
    availability,
  }
}

/** The database keeps no order of names; the product does. */
const inOrder = (values: Record<string, string>, { options }: Product): Record<string, string> =>
  Object.fromEntries(options.map(({ name }) => [name, values[name] ?? '']))

function priceRange(prices: readonly Money[]): ShopProduct['priceRange'] {
  const [first] = prices
  if (!first) return null
  const byAmount = prices.toSorted((a, b) => a.amount - b.amount)
  return { min: byAmount[0] ?? first, max: byAmount.at(-1) ?? first }
}
