import type { ListPrice } from '@souk/contracts/unit-price'
import type { Availability } from '@souk/contracts/values'

export type ProductStatus = 'draft' | 'published' | 'archived'
export type StockPolicy = 'deny' | 'backorder' | 'untracked'

export interface Product {
  id: string
  slug: string
  status: ProductStatus
  version: number
  title: string
  /** HTML, sanitised. */
  description: string
  vendor: string
  productType: string
  tags: string[]
  /** The first is the one it is filed under. */
  categories: CategoryRef[]
  images: Image[]
  options: Option[]
  attributes: Record<string, string>
  variants: Variant[]
  seo: { title: string; description: string }
  /** When a draft goes on sale by itself. */
  publishAt: string | null
  /** When it comes off sale by itself. */
  unpublishAt: string | null
  createdAt: string
  updatedAt: string
}

export interface Variant {
  id: string
  sku: string
  /** `''`: named by its options. */
  title: string
  options: Record<string, string>
  /** By currency, in minor units. */
  prices: Record<string, VariantPrice>
  /** As its shelf was opened; the inventory has the last word on it. */
  policy: StockPolicy
  /** The inventory's word, not part of the document. */
  availability: Availability
  /** Also the inventory’s: when goods on backorder come. */
  expectedAt?: string
  /** Of active price lists, not part of the document. */
  listPrices: ListPrice[]
  weightGrams?: number
  barcode: string
  taxClass: string
  taxCode: string
  requiresShipping: boolean
  /** `standard` without one. */
  shippingProfile?: string
  imageUrl: string
}

export interface VariantPrice {
  amount: number
  /** What it cost before a reduction. */
  compareAt?: number
}

export interface CategoryRef {
  id: string
  slug: string
  name: string
}

export interface Image {
  url: string
  alt: string
}

export interface Option {
  name: string
  values: string[]
}

/** What the inventory has to know of a SKU before it is on sale. */
export interface Shelf {
  sku: string
  onHand: number
  policy: StockPolicy
}

export const MAX_VARIANTS = 2_048
export const MAX_IMAGES = 250
export const MAX_OPTIONS = 3

/** The tax class of what bears no tax. */
export const EXEMPT = 'exempt'

/** `Small / Blue`, or the product's own title where there is nothing to choose. */
export function variantTitle(
  { title, options }: Pick<Variant, 'title' | 'options'>,
  product: Product,
): string {
  if (title !== '') return title
  const values = product.options.map(({ name }) => options[name]).filter((value) => value !== undefined)
  return values.length > 0 ? values.join(' / ') : product.title
}
