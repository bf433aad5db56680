import type { ProductFacts, SellableVariant } from '@souk/contracts/catalog'
import type { Image } from '@souk/contracts/values'
import type { z } from 'zod'
import { type Product, type Variant, variantTitle } from './product.ts'
import { moneysOf } from './variant-prices.ts'

/** What other services keep of a product: all they need to sell its variants. */
export const toFacts = (product: Product): ProductFacts => ({
  productId: product.id,
  slug: product.slug,
  title: product.title,
  version: product.version,
  categories: product.categories,
  variants: product.variants.map((variant) => toSellable(variant, product)),
})

/** A variant for those who sell it, in every currency. */
export function toSellable(variant: Variant, product: Product): SellableVariant {
  const image = imageOf(variant, product)
  return {
    variantId: variant.id,
    sku: variant.sku,
    productId: product.id,
    productSlug: product.slug,
    title: lineTitle(variant, product),
    ...(image && { image }),
    prices: moneysOf(variant.prices, ({ amount }) => amount),
    ...(variant.listPrices.length > 0 && { listPrices: variant.listPrices }),
    taxClass: variant.taxClass,
    ...(variant.weightGrams !== undefined && { weightGrams: variant.weightGrams }),
    shippingProfile: variant.requiresShipping ? (variant.shippingProfile ?? 'standard') : 'digital',
    availability: variant.availability,
    isPublished: product.status === 'published',
    version: product.version,
  }
}

function lineTitle(variant: Variant, product: Product): string {
  const own = variantTitle(variant, product)
  return own === product.title ? own : `${product.title} – ${own}`
}

function imageOf({ imageUrl }: Variant, { images, title }: Product): z.infer<typeof Image> | undefined {
  if (imageUrl === '') return images[0]
  return images.find(({ url }) => url === imageUrl) ?? { url: imageUrl, alt: title }
}
