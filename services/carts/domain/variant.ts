import type { SellableVariant } from '@souk/contracts/catalog'

export type Variant = SellableVariant
/** Variants by id. */
export type Variants = ReadonlyMap<string, Variant>

/** Minor units, or nothing where it is not sold in that currency. */
export const priceIn = ({ prices }: Variant, currency: string): number | undefined =>
  prices.find((price) => price.currency === currency)?.amount

/** What one costs now, or nothing when it cannot be bought. */
export const sellingPrice = (variant: Variant, currency: string): number | undefined =>
  variant.isPublished ? priceIn(variant, currency) : undefined

/** The variant of a line; that it is there was seen to when the line was made. */
export function variantOf(variantId: string, variants: Variants): Variant {
  const variant = variants.get(variantId)
  if (!variant) throw new Error(`the copy of ${variantId} is missing`)
  return variant
}
