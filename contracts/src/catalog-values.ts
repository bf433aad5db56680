import { text, timestamp } from '@souk/kit/contract'
import { z } from 'zod'
import { Money } from './money.ts'
import { Availability, CategoryId, Image, ProductId, Sku, Slug, VariantId } from './values.ts'

export const Options = z.record(z.string(), z.string())

export const Variant = z.strictObject({
  id: VariantId,
  sku: Sku,
  title: z.string(),
  /** Of one, for everyone, now. */
  price: Money,
  compareAtPrice: Money.optional(),
  /** What each costs of so many and more in one cart, the fewest first. */
  priceTiers: z.array(z.strictObject({ minQuantity: z.int(), price: Money })).optional(),
  options: Options,
  availability: Availability,
  /** When goods on backorder come, where that is known. */
  expectedAt: timestamp.optional(),
})

export const CategoryRef = z.strictObject({ id: CategoryId, slug: Slug, name: z.string() })

export const Product = z.strictObject({
  id: ProductId,
  slug: Slug,
  title: z.string(),
  description: z.string(),
  vendor: z.string().optional(),
  tags: z.array(z.string()),
  categories: z.array(CategoryRef),
  /** On its own page alone: from the root to the category it is filed under. */
  breadcrumbs: z.array(CategoryRef).optional(),
  images: z.array(Image),
  options: z.array(z.strictObject({ name: z.string(), values: z.array(z.string()) })),
  attributes: z.record(z.string(), z.string()),
  variants: z.array(Variant),
  priceRange: z.strictObject({ min: Money, max: Money }).nullable(),
  seo: z.strictObject({ title: z.string().optional(), description: z.string().optional() }),
})
export type Product = z.infer<typeof Product>

/** A category on its own page, with those right below it; `breadcrumbs` lead from the root to itself. */
export const CategoryPage = z.strictObject({
  ...CategoryRef.shape,
  breadcrumbs: z.array(CategoryRef),
  children: z.array(CategoryRef),
})

export interface Category {
  id: string
  slug: string
  name: string
  children: Category[]
}
export const Category: z.ZodType<Category> = z.strictObject({
  id: CategoryId,
  slug: Slug,
  name: z.string(),
  get children(): z.ZodArray<z.ZodType<Category>> {
    return z.array(Category)
  },
})

export const WITHOUT_SPACES_AROUND = /^\S(?:[\s\S]*\S)?$/
/** What things are told apart by: no spaces around it. */
export const Label = text(255).regex(WITHOUT_SPACES_AROUND)

/** On the web, or from the root of the shop itself. */
export const ImageUrl = text(2_000).regex(
  /^(?:https?:\/\/[A-Za-z0-9.-]+(?::\d{1,5})?(?:[/?#]\S*)?|\/(?![/\\])[^\s\\]*)$/,
)
