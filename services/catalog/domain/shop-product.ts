import type { Product as ShopProduct } from '@souk/contracts/catalog'
import type { Money } from '@souk/contracts/money'
import { type Product, type Variant, type VariantPrice, variantTitle } from './product.ts'
import { shownPrice, shownTiers } from './shown-price.ts'
import { sizeAt } from './uploaded-image.ts'

/** A product as shoppers see it in one currency, or nothing when no variant has a price for everyone in it. */
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
    images: images.map((image) => ({ ...image, ...sizeAt(image.url) })),
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
  const shown = { product, currency }
  const amount = shownPrice(variant, shown)
  if (amount === undefined) return undefined
  const compareAt = compareAtOf(variant.prices[currency], amount)
  const tiers = shownTiers(variant, shown)
  const money = (of: number) => ({ amount: of, currency })
  const { id, sku, options, availability, expectedAt } = variant
  return {
    id,
    sku,
    title: variantTitle(variant, product),
    price: money(amount),
    ...(compareAt !== undefined && { compareAtPrice: money(compareAt) }),
    ...(tiers.length > 0 && {
      priceTiers: tiers.map((tier) => ({ minQuantity: tier.minQuantity, price: money(tier.amount) })),
    }),
    options: inOrder(options, product),
    availability,
    ...(expectedAt !== undefined && { expectedAt }),
  }
}

/** What it cost before: as somebody said, or its own price where a list’s is lower. */
function compareAtOf(own: VariantPrice | undefined, shown: number): number | undefined {
  if (own?.compareAt !== undefined) return own.compareAt
  return own && shown < own.amount ? own.amount : undefined
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
