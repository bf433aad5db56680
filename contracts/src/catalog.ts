import { call, event, page, pageQuery, text } from '@souk/kit/contract'
import { z } from 'zod'
import { Category, CategoryRef, Product } from './catalog-values.ts'
import { Currency, Money } from './money.ts'
import { ListPrice } from './unit-price.ts'
import { Availability, Image, ProductId, Sku, Slug, VariantId } from './values.ts'

export {
  Attribute,
  type AttributeType,
  createAttribute,
  deleteAttribute,
  editAttribute,
  listAttributes,
  showAttribute,
} from './catalog-attributes.ts'
export {
  categoryMoved,
  createCategory,
  deleteCategory,
  editCategory,
  listStaffCategories,
  StaffCategory,
  showCategory,
  showStaffCategory,
} from './catalog-categories.ts'
export {
  Collection,
  createCollection,
  deleteCollection,
  editCollection,
  listCollectionProducts,
  listCollections,
  listStaffCollections,
  type Members,
  type Rule,
  StaffCollection,
  showCollection,
  showStaffCollection,
} from './catalog-collections.ts'
export { categoryChanged, listProductIds, showWholeProducts, WholeProduct } from './catalog-copies.ts'
export { exportProducts, ImportReport, importProducts } from './catalog-files.ts'
export { showImage, UploadedImage, uploadImage } from './catalog-images.ts'
export {
  createPriceList,
  deletePriceList,
  editPriceList,
  listListPrices,
  listPriceLists,
  PriceList,
  PriceListEntry,
  removeListPrices,
  setListPrices,
  showPriceList,
} from './catalog-price-lists.ts'
export {
  addImage,
  createProduct,
  createVariant,
  deleteProduct,
  deleteVariant,
  editProduct,
  editVariant,
  listStaffProducts,
  NewProduct,
  NewVariant,
  ProductEdit,
  ProductStatus,
  publishProduct,
  removeImage,
  replaceImages,
  StaffProduct,
  StaffVariant,
  StockPolicy,
  showStaffProduct,
  unpublishProduct,
  VariantEdit,
} from './catalog-products.ts'
export { Category, CategoryPage, Product, Variant } from './catalog-values.ts'

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

/** What other services keep of a variant. `prices` holds one price of its own per currency. */
export const SellableVariant = z.strictObject({
  variantId: VariantId,
  sku: Sku,
  productId: ProductId,
  productSlug: Slug,
  title: z.string(),
  image: Image.optional(),
  prices: z.array(Money),
  /** Of active price lists, also those that have not started yet or are over; `unitPriceOf` tells what counts. */
  listPrices: z.array(ListPrice).max(100).optional(),
  taxClass: text(40),
  /** Of one; nothing where nobody weighed it. */
  weightGrams: z.int().optional(),
  /** What it ships alike with; `digital` is not shipped. */
  shippingProfile: text(40).optional(),
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
  /** The first is the one it is filed under, by the name it had then. */
  categories: z.array(CategoryRef).optional(),
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
