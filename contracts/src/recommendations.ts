import { call, page } from '@souk/kit/contract'
import { z } from 'zod'
import { Product, Variant } from './catalog-values.ts'
import { Currency } from './money.ts'
import { ProductId } from './values.ts'

/**
 * Why something is recommended. `because` is what it goes with; without one it is what many buy (`popular`), what many
 * buy of its category, or what came into the shop last, where nobody has bought enough yet to tell.
 */
export const Reason = z.strictObject({
  kind: z.enum(['bought_together', 'popular_in_category', 'popular', 'new_in_category', 'new']),
  because: z.strictObject({ productId: ProductId, title: z.string() }).optional(),
  /** For people, such as "Bought together with Linen Shirt". */
  text: z.string(),
})
export type Reason = z.infer<typeof Reason>

/** As much of a product as a list of products shows, named as there. */
export const Recommendation = z.strictObject({
  ...Product.pick({ id: true, slug: true, title: true, images: true, priceRange: true }).shape,
  variants: z.array(Variant.pick({ id: true, sku: true, title: true, price: true, availability: true })),
  reason: Reason,
})
export type Recommendation = z.infer<typeof Recommendation>

const shown = {
  currency: Currency.optional(),
  limit: z.int().min(1).max(24).default(8),
}

/** A shop without recommendations is a shop: these calls are answered with nothing rather than with a fault. */
const NOTHING = { items: [], nextCursor: null }
const FLAG = { name: 'recommendations' }

export const recommendForProduct = call(
  'recommendations.recommend-for-product',
  'GET /store/v1/products/{id}/recommendations',
  {
    summary: 'What goes with a product, and why; empty where nobody can tell.',
    access: 'anyone',
    params: z.strictObject({ id: ProductId }),
    query: z.strictObject(shown),
    answers: { 200: page(Recommendation) },
    fallback: NOTHING,
    flag: FLAG,
  },
)

export const recommendForShopper = call(
  'recommendations.recommend-for-shopper',
  'GET /store/v1/recommendations',
  {
    summary:
      'What goes with a cart; without one, with what the customer who is signed in has bought, and for a guest what many buy.',
    access: 'anyone',
    query: z.strictObject({
      ...shown,
      /** `cart:` and its id. */
      for: z
        .string()
        .regex(/^cart:cart_[0-7][0-9a-hjkmnp-tv-z]{25}$/)
        .optional(),
    }),
    answers: { 200: page(Recommendation) },
    fallback: NOTHING,
    flag: FLAG,
  },
)
