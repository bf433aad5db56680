import { call, nothing, page, pageQuery, text, timestamp } from '@souk/kit/contract'
import { z } from 'zod'
import { CategoryRef, ImageUrl, Label, Options, WITHOUT_SPACES_AROUND } from './catalog-values.ts'
import { Money, Price } from './money.ts'
import { Availability, CategoryId, Image, ProductId, Sku, Slug, VariantId } from './values.ts'

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
  /** `standard` without one. */
  shippingProfile: z.string().optional(),
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
  publishAt: timestamp.nullable(),
  unpublishAt: timestamp.nullable(),
  createdAt: timestamp,
  updatedAt: timestamp,
})
export type StaffProduct = z.infer<typeof StaffProduct>

const NewSku = Sku.regex(WITHOUT_SPACES_AROUND)
/** Text with something to read in it. */
const Title = text(255).regex(/\S/)
const NewImage = z.strictObject({
  url: ImageUrl,
  alt: text(500, 0).default(''),
})

const ProfileKey = text(40).regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)

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
  /** Of shipping: what it is packed and priced with. */
  shippingProfile: ProfileKey,
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
  shippingProfile: variantFields.shippingProfile.optional(),
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
  /** When it goes on sale by itself. */
  publishAt: timestamp.nullable(),
  /** When it comes off sale by itself. */
  unpublishAt: timestamp.nullable(),
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

const invalidAttributes = {
  invalid_attributes: { status: 422, title: 'These attributes do not fit their definitions.' },
} as const

const productRefusals = {
  ...invalidAttributes,
  invalid_schedule: { status: 422, title: 'It would come off sale before it goes on sale.' },
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
  refusals: invalidAttributes,
})

export const unpublishProduct = call('catalog.unpublish-product', 'POST /admin/v1/products/{id}/unpublish', {
  summary: 'Takes a product off sale; it becomes a draft again, and no schedule brings it back.',
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
