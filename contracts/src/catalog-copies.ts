import { call, event } from '@souk/kit/contract'
import { z } from 'zod'
import { CategoryRef, Product } from './catalog-values.ts'
import { CategoryId, ProductId } from './values.ts'

// What services that keep a copy of whole products hear of and ask for, beside the facts of what is sold.

/** A published product as shoppers see it, once for every currency it is sold in. */
export const WholeProduct = z.strictObject({
  productId: ProductId,
  version: z.int(),
  pages: z.array(Product).min(1),
  /** The categories it is found under: its own and all above them. */
  foundUnder: z.array(CategoryRef),
  /** Attributes that lists are narrowed by, a row for each value; all of them, where it is not said. */
  narrowedBy: z.array(z.strictObject({ key: z.string(), value: z.string() })).optional(),
})
export type WholeProduct = z.infer<typeof WholeProduct>

export const showWholeProducts = call('catalog.show-whole-products', 'POST /internal/catalog/products', {
  summary: 'Products for sale with everything shoppers see of them; those not for sale are left out.',
  access: 'internal',
  body: z.strictObject({ productIds: z.array(ProductId).min(1).max(50) }),
  answers: { 200: z.strictObject({ items: z.array(WholeProduct) }) },
})

export const listProductIds = call('catalog.list-product-ids', 'GET /internal/catalog/product-ids', {
  summary: 'The ids of products for sale, oldest first, behind the one given.',
  access: 'internal',
  query: z.strictObject({
    after: ProductId.optional(),
    limit: z.int().min(1).max(1_000).default(1_000),
  }),
  answers: { 200: z.strictObject({ productIds: z.array(ProductId) }) },
})

export const categoryChanged = event(
  'catalog.category-changed.v1',
  'A category has another name, slug or place in the tree, or is gone; its products read differently.',
  z.strictObject({ categoryId: CategoryId, version: z.int(), isDeleted: z.boolean() }),
  'categoryId',
)
