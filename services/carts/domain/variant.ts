import type { SellableVariant } from '@souk/contracts/catalog'
import { unitPriceOf } from '@souk/contracts/unit-price'
import type { Cart } from './cart.ts'

export type Variant = SellableVariant
/** Variants by id. */
export type Variants = ReadonlyMap<string, Variant>

/** Who buys how many, and when: `now` in milliseconds since 1970. */
export interface Sale {
  cart: Pick<Cart, 'currency' | 'groups'>
  quantity: number
  now: number
}

/** What one of so many costs, in minor units, or nothing when it cannot be bought. */
export const sellingPrice = (
  variant: Variant,
  { cart: { currency, groups }, ...sale }: Sale,
): number | undefined =>
  variant.isPublished ? unitPriceOf(variant, { currency, groups, ...sale }) : undefined

/** The variant of a line; that it is there was seen to when the line was made. */
export function variantOf(variantId: string, variants: Variants): Variant {
  const variant = variants.get(variantId)
  if (!variant) throw new Error(`the copy of ${variantId} is missing`)
  return variant
}
