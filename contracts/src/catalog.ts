import { call, event, page, pageQuery, text } from '@souk/kit/contract'
import { z } from 'zod'
import { Currency, Money } from './money.ts'
import { Availability, CategoryId, Image, ProductId, Sku, Slug, VariantId } from './values.ts'

const Options = z.record(z.string(), z.string())

export const Variant = z.strictObject({
  id: VariantId,
  sku: Sku,
  title: z.string(),
  price: Money,
  compareAtPrice: Money.optional(),
  options: Options,
  availability: Availability,
})

const CategoryRef = z.strictObject({ id: CategoryId, slug: Slug, name: z.string() })

export const Product = z.strictObject({
  id: ProductId,
  slug: Slug,
  title: z.string(),
  description: z.string(),
  vendor: z.string().optional(),
  tags: z.array(z.string()),
  categories: z.array(CategoryRef),
  images: z.array(Image),
  options: z.array(z.strictObject({ name: z.string(), values: z.array(z.string()) })),
  attributes: z.record(z.string(), z.string()),
  variants: z.array(Variant),
  priceRange: z.strictObject({ min: Money, max: Money }).nullable(),
  seo: z.strictObject({ title: z.string().optional(), description: z.string().optional() }),
})
export type Product = z.infer<typeof Product>

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

export const ProductSort = z.enum(['relevance', 'newest', 'price', '-price', 'title'])

export const listProducts = call('catalog.list-products', 'GET /store/v1/products', {
  summary: 'Published products, a page at a time.',
  access: 'anyone',
  query: z.strictObject({
    ...pageQuery,
    category: text(255).optional(),
    sort: ProductSort.default('relevance'),
    currency: Currency.optional(),
  }),
  answers: { 200: page(Product) },
  refusals: { invalid_cursor: { status: 422, title: 'The cursor does not belong to this list.' } },
  caching: 'revalidate',
})

export const showProduct = call('catalog.show-product', 'GET /store/v1/products/{idOrSlug}', {
  summary: 'One published product, by id or slug.',
  access: 'anyone',
  params: z.strictObject({ idOrSlug: text(255) }),
  query: z.strictObject({ currency: Currency.optional() }),
  answers: { 200: Product },
  caching: 'revalidate',
})

export const listCategories = call('catalog.list-categories', 'GET /store/v1/categories', {
  summary: 'The tree of categories.',
  access: 'anyone',
  answers: { 200: page(Category) },
  caching: 'revalidate',
})

/** What other services keep of a variant. `prices` holds one price per currency. */
export const SellableVariant = z.strictObject({
  variantId: VariantId,
  sku: Sku,
  productId: ProductId,
  productSlug: Slug,
  title: z.string(),
  image: Image.optional(),
  prices: z.array(Money),
  taxClass: text(40),
  availability: Availability,
  isPublished: z.boolean(),
  /** Of the product: a copy ignores what is older than what it has. */
  version: z.int(),
})
export type SellableVariant = z.infer<typeof SellableVariant>

export const showVariants = call('catalog.show-variants', 'POST /internal/catalog/variants', {
  summary: 'Sellable variants by id or SKU; unknown ones are left out.',
  access: 'internal',
  body: z.strictObject({
    variantIds: z.array(VariantId).max(500).default([]),
    skus: z.array(Sku).max(500).default([]),
  }),
  answers: { 200: z.strictObject({ items: z.array(SellableVariant) }) },
})

/** The whole sellable state of a product, so that a copy needs nothing else. */
const productFacts = z.strictObject({
  productId: ProductId,
  slug: Slug,
  title: z.string(),
  version: z.int(),
  variants: z.array(SellableVariant),
})
export const productPublished = event(
  'catalog.product-published.v1',
  'A product is for sale.',
  productFacts,
  'productId',
)
export const productChanged = event(
  'catalog.product-changed.v1',
  'A published product reads differently or sells other variants.',
  productFacts,
  'productId',
)
export const productUnpublished = event(
  'catalog.product-unpublished.v1',
  'A product is not for sale any more.',
  productFacts,
  'productId',
)
export const productDeleted = event(
  'catalog.product-deleted.v1',
  'A product is gone.',
  productFacts,
  'productId',
)
