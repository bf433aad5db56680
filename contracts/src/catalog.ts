import { call, event, nothing, page, pageQuery, text, timestamp } from '@souk/kit/contract'
import { z } from 'zod'
import { Currency, Money, Price } from './money.ts'
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

/** `relevance` without a search is `newest`: the order in which products were created, latest first. */
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
export const ProductFacts = z.strictObject({
  productId: ProductId,
  slug: Slug,
  title: z.string(),
  version: z.int(),
  variants: z.array(SellableVariant),
})
export type ProductFacts = z.infer<typeof ProductFacts>

export const productPublished = event(
  'catalog.product-published.v1',
  'A product is for sale.',
  ProductFacts,
  'productId',
)
export const productChanged = event(
  'catalog.product-changed.v1',
  'A published product reads differently or sells other variants.',
  ProductFacts,
  'productId',
)
export const productUnpublished = event(
  'catalog.product-unpublished.v1',
  'A product is not for sale any more.',
  ProductFacts,
  'productId',
)
export const productDeleted = event(
  'catalog.product-deleted.v1',
  'A product is gone.',
  ProductFacts,
  'productId',
)

export const ProductStatus = z.enum(['draft', 'published', 'archived'])
/** `deny`: sold while there is some; `backorder`: beyond that too; `untracked`: nobody counts. */
export const StockPolicy = z.enum(['deny', 'backorder', 'untracked'])

/** As staff see it: every currency, and what shoppers are not shown. */
export const StaffVariant = z.strictObject({
  id: VariantId,
  sku: Sku,
  title: z.string(),
  options: Options,
  prices: z.array(Money),
  compareAtPrices: z.array(Money),
  policy: StockPolicy,
  availability: Availability,
  weightGrams: z.int().optional(),
  barcode: z.string(),
  taxClass: text(40),
  taxCode: z.string(),
  requiresShipping: z.boolean(),
  imageUrl: z.string(),
})

export const StaffProduct = z.strictObject({
  id: ProductId,
  version: z.int(),
  status: ProductStatus,
  slug: Slug,
  title: z.string(),
  description: z.string(),
  vendor: z.string(),
  productType: z.string(),
  tags: z.array(z.string()),
  categories: z.array(CategoryRef),
  images: z.array(Image),
  options: z.array(z.strictObject({ name: z.string(), values: z.array(z.string()) })),
  attributes: z.record(z.string(), z.string()),
  variants: z.array(StaffVariant),
  seo: z.strictObject({ title: z.string(), description: z.string() }),
  createdAt: timestamp,
  updatedAt: timestamp,
})
export type StaffProduct = z.infer<typeof StaffProduct>

const WITHOUT_SPACES_AROUND = /^\S(?:[\s\S]*\S)?$/
const NewSku = Sku.regex(WITHOUT_SPACES_AROUND)
/** What things are told apart by: no spaces around it. */
const Label = text(255).regex(WITHOUT_SPACES_AROUND)
/** Text with something to read in it. */
const Title = text(255).regex(/\S/)
/** On the web, or from the root of the shop itself. */
const ImageUrl = text(2_000).regex(
  /^(?:https?:\/\/[A-Za-z0-9.-]+(?::\d{1,5})?(?:[/?#]\S*)?|\/(?![/\\])[^\s\\]*)$/,
)
const NewImage = z.strictObject({
  url: ImageUrl,
  alt: text(500, 0).default(''),
})

const variantFields = {
  sku: NewSku,
  title: text(255, 0),
  options: z.record(Label, Label),
  prices: z.array(Price).max(200),
  compareAtPrices: z.array(Price).max(200),
  weightGrams: z.int().min(0).max(1_000_000_000),
  barcode: text(64, 0),
  taxClass: text(40).regex(WITHOUT_SPACES_AROUND),
  taxCode: text(64, 0),
  requiresShipping: z.boolean(),
  imageUrl: z.union([z.literal(''), ImageUrl]),
}

export const NewVariant = z.strictObject({
  sku: variantFields.sku,
  title: variantFields.title.optional(),
  options: variantFields.options.default({}),
  prices: variantFields.prices.default([]),
  compareAtPrices: variantFields.compareAtPrices.default([]),
  policy: StockPolicy.default('deny'),
  /** What is on the shelf of a SKU not known yet; a known one keeps its stock. */
  quantity: z.int().min(0).max(1_000_000_000).default(0),
  weightGrams: variantFields.weightGrams.optional(),
  barcode: variantFields.barcode.default(''),
  taxClass: variantFields.taxClass.default('standard'),
  taxCode: variantFields.taxCode.default(''),
  requiresShipping: variantFields.requiresShipping.default(true),
  imageUrl: variantFields.imageUrl.default(''),
})
export type NewVariant = z.infer<typeof NewVariant>

/** A list given replaces the one there; what is left out stays. */
export const VariantEdit = z.strictObject(variantFields).partial()
export type VariantEdit = z.infer<typeof VariantEdit>

const productFields = {
  title: Title,
  slug: Slug,
  /** HTML; what could run or escape its place is taken out when it is written. */
  description: text(100_000, 0),
  vendor: text(255, 0),
  productType: text(255, 0),
  tags: z.array(Label).max(250),
  categoryIds: z.array(CategoryId).max(20),
  images: z.array(NewImage).max(250),
  /** Sets the order of names and values; which there are, the variants say. */
  options: z.array(z.strictObject({ name: Label, values: z.array(Label).max(2_048).default([]) })).max(3),
  attributes: z.record(Label, text(5_000).regex(WITHOUT_SPACES_AROUND)),
  seo: z.strictObject({ title: text(255, 0).default(''), description: text(1_000, 0).default('') }),
  status: ProductStatus,
}

/** A list or record given replaces the one there; what is left out stays. */
export const ProductEdit = z.strictObject(productFields).partial()
export type ProductEdit = z.infer<typeof ProductEdit>

export const NewProduct = z.strictObject({
  ...ProductEdit.shape,
  title: Title,
  status: ProductStatus.default('draft'),
  variants: z.array(NewVariant).max(250).default([]),
})
export type NewProduct = z.infer<typeof NewProduct>

const productRefusals = {
  slug_taken: { status: 409, title: 'Another product has this slug.' },
  sku_taken: { status: 409, title: 'Another variant has this SKU.' },
  duplicate_variant: { status: 409, title: 'Two variants would have the same options.' },
  options_mismatch: {
    status: 422,
    title: 'Every variant names one value for each of the product’s options.',
  },
  invalid_prices: { status: 422, title: 'These prices do not go together.' },
  unknown_category: { status: 422, title: 'There is no such category.' },
  too_many_variants: { status: 422, title: 'A product has at most 2,048 variants.' },
} as const

const productPath = z.strictObject({ id: ProductId })
const variantPath = z.strictObject({ id: ProductId, variantId: VariantId })

export const listStaffProducts = call('catalog.list-staff-products', 'GET /admin/v1/products', {
  summary: 'All products, drafts too, newest first.',
  access: 'staff:products:read',
  query: z.strictObject({
    ...pageQuery,
    status: ProductStatus.optional(),
    /** Part of a title, slug or SKU. */
    q: text(200).optional(),
  }),
  answers: { 200: page(StaffProduct) },
  refusals: { invalid_cursor: { status: 422, title: 'The cursor does not belong to this list.' } },
})

export const showStaffProduct = call('catalog.show-staff-product', 'GET /admin/v1/products/{id}', {
  summary: 'One product with everything staff may edit.',
  access: 'staff:products:read',
  params: productPath,
  answers: { 200: StaffProduct },
})

export const createProduct = call('catalog.create-product', 'POST /admin/v1/products', {
  summary: 'Adds a product, a draft unless told otherwise, with its variants.',
  access: 'staff:products:write',
  body: NewProduct,
  answers: { 201: StaffProduct },
  refusals: productRefusals,
  idempotency: 'accepted',
})

export const editProduct = call('catalog.edit-product', 'PATCH /admin/v1/products/{id}', {
  summary: 'Changes the fields given; with If-Match only if nobody changed the product meanwhile.',
  access: 'staff:products:write',
  params: productPath,
  body: ProductEdit,
  answers: { 200: StaffProduct },
  refusals: productRefusals,
})

export const deleteProduct = call('catalog.delete-product', 'DELETE /admin/v1/products/{id}', {
  summary: 'Removes a product and its variants; orders keep what they copied.',
  access: 'staff:products:write',
  params: productPath,
  answers: { 204: nothing },
})

export const publishProduct = call('catalog.publish-product', 'POST /admin/v1/products/{id}/publish', {
  summary: 'Puts a product on sale.',
  access: 'staff:products:write',
  params: productPath,
  answers: { 200: StaffProduct },
})

export const unpublishProduct = call('catalog.unpublish-product', 'POST /admin/v1/products/{id}/unpublish', {
  summary: 'Takes a product off sale; it becomes a draft again.',
  access: 'staff:products:write',
  params: productPath,
  answers: { 200: StaffProduct },
})

export const createVariant = call('catalog.create-variant', 'POST /admin/v1/products/{id}/variants', {
  summary: 'Adds a variant and opens its shelf in the inventory.',
  access: 'staff:products:write',
  params: productPath,
  body: NewVariant,
  answers: { 201: StaffProduct },
  refusals: productRefusals,
  idempotency: 'accepted',
})

export const editVariant = call(
  'catalog.edit-variant',
  'PATCH /admin/v1/products/{id}/variants/{variantId}',
  {
    summary: 'Changes the fields given of a variant; its stock is the inventory’s affair.',
    access: 'staff:products:write',
    params: variantPath,
    body: VariantEdit,
    answers: { 200: StaffProduct },
    refusals: productRefusals,
  },
)

export const deleteVariant = call(
  'catalog.delete-variant',
  'DELETE /admin/v1/products/{id}/variants/{variantId}',
  {
    summary: 'Removes a variant; what the inventory has of it stays there.',
    access: 'staff:products:write',
    params: variantPath,
    answers: { 200: StaffProduct },
  },
)

export const replaceImages = call('catalog.replace-images', 'PUT /admin/v1/products/{id}/images', {
  summary: 'Sets all images of a product, in order.',
  access: 'staff:products:write',
  params: productPath,
  body: z.strictObject({ images: productFields.images }),
  answers: { 200: StaffProduct },
})

export const addImage = call('catalog.add-image', 'POST /admin/v1/products/{id}/images', {
  summary: 'Appends an image; one with that address already there gets the new description.',
  access: 'staff:products:write',
  params: productPath,
  body: NewImage,
  answers: { 201: StaffProduct },
  refusals: { too_many_images: { status: 422, title: 'A product has at most 250 images.' } },
  idempotency: 'accepted',
})

export const removeImage = call('catalog.remove-image', 'DELETE /admin/v1/products/{id}/images', {
  summary: 'Removes the image with this address.',
  access: 'staff:products:write',
  params: productPath,
  query: z.strictObject({ url: text(2_000) }),
  answers: { 200: StaffProduct },
})

/** `path` are the ids from the root down to the category itself. */
export const StaffCategory = z.strictObject({
  id: CategoryId,
  version: z.int(),
  slug: Slug,
  name: z.string(),
  parentId: CategoryId.nullable(),
  position: z.int(),
  path: z.array(CategoryId),
})
export type StaffCategory = z.infer<typeof StaffCategory>

const categoryFields = {
  name: Label,
  slug: Slug,
  parentId: CategoryId.nullable(),
  position: z.int().min(0).max(1_000_000),
}

const categoryRefusals = {
  slug_taken: { status: 409, title: 'Another category has this slug.' },
  name_taken: { status: 409, title: 'Another category beside it has this name.' },
  category_cycle: { status: 409, title: 'A category cannot be moved below itself.' },
  category_too_deep: { status: 422, title: 'Categories nest ten levels deep at most.' },
  unknown_category: { status: 422, title: 'There is no such parent category.' },
} as const

const categoryPath = z.strictObject({ id: CategoryId })

export const listStaffCategories = call('catalog.list-staff-categories', 'GET /admin/v1/categories', {
  summary: 'All categories, flat, in the order they were made.',
  access: 'staff:products:read',
  query: z.strictObject(pageQuery),
  answers: { 200: page(StaffCategory) },
  refusals: { invalid_cursor: { status: 422, title: 'The cursor does not belong to this list.' } },
})

export const showStaffCategory = call('catalog.show-staff-category', 'GET /admin/v1/categories/{id}', {
  summary: 'One category.',
  access: 'staff:products:read',
  params: categoryPath,
  answers: { 200: StaffCategory },
})

export const createCategory = call('catalog.create-category', 'POST /admin/v1/categories', {
  summary: 'Adds a category, last among its siblings unless a position is given.',
  access: 'staff:products:write',
  body: z.strictObject({
    name: categoryFields.name,
    slug: categoryFields.slug.optional(),
    parentId: categoryFields.parentId.default(null),
    position: categoryFields.position.optional(),
  }),
  answers: { 201: StaffCategory },
  refusals: categoryRefusals,
  idempotency: 'accepted',
})

export const editCategory = call('catalog.edit-category', 'PATCH /admin/v1/categories/{id}', {
  summary: 'Renames a category or moves it with everything below.',
  access: 'staff:products:write',
  params: categoryPath,
  body: z.strictObject(categoryFields).partial(),
  answers: { 200: StaffCategory },
  refusals: categoryRefusals,
})

export const deleteCategory = call('catalog.delete-category', 'DELETE /admin/v1/categories/{id}', {
  summary: 'Removes an empty branch: products stay, without it.',
  access: 'staff:products:write',
  params: categoryPath,
  answers: { 204: nothing },
  refusals: {
    category_has_children: { status: 409, title: 'There are categories below it.' },
  },
})

const unknownCurrency = {
  unknown_currency: { status: 422, title: 'ISO 4217 has no such currency.' },
} as const

const Finding = z.strictObject({
  line: z.int(),
  column: z.string().optional(),
  code: z.string(),
  message: z.string(),
})

/** Counted in products; of errors and warnings the first thousand each. */
export const ImportReport = z.strictObject({
  applied: z.int(),
  unchanged: z.int(),
  rejected: z.int(),
  errors: z.array(Finding),
  warnings: z.array(Finding.partial({ line: true })),
})
export type ImportReport = z.infer<typeof ImportReport>

export const importProducts = call('catalog.import-products', 'POST /admin/v1/products/import', {
  summary: 'Applies a product file, Shopify’s CSV or NDJSON; the same file again changes nothing.',
  access: 'staff:products:write',
  query: z.strictObject({ dryRun: z.boolean().default(false), currency: Currency.optional() }),
  upload: ['text/csv', 'application/x-ndjson', 'multipart/form-data'],
  answers: { 200: ImportReport },
  refusals: unknownCurrency,
})

export const exportProducts = call('catalog.export-products', 'GET /admin/v1/products/export', {
  summary: 'All products as Shopify’s CSV, with the prices of one currency.',
  access: 'staff:products:read',
  query: z.strictObject({ currency: Currency.optional() }),
  produces: 'text/csv; charset=utf-8',
  answers: { 200: z.string() },
  refusals: unknownCurrency,
})
