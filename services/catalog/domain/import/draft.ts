import type { VariantPrice } from '../product.ts'

/**
 * What an import file says of one product, before anyone compares it with the catalog.
 *
 * `undefined` means the file is silent and an existing value stays. Blank cells of a column that is there clear
 * the text ones (`''`), the lists (`[]`) and `compareAtPrice` (`null`); a blank price, quantity, policy, status
 * or yes/no cell says nothing, because those have no empty state.
 */
export interface ProductDraft {
  /** Physical line where the product's first row starts; the header is line 1. */
  line: number
  handle: string
  fields: ProductFields
  variants: VariantDraft[]
}

export interface ProductFields {
  title?: string | undefined
  descriptionHtml?: string | undefined
  vendor?: string | undefined
  productType?: string | undefined
  tags?: string[] | undefined
  published?: boolean | undefined
  status?: ProductStatus | undefined
  /** From the root down; `[]` takes the product out of its category. */
  categoryPath?: string[] | undefined
  /** All of its categories, the one it is filed under first; goes before `categoryPath`. */
  categoryPaths?: string[][] | undefined
  publishAt?: string | null | undefined
  unpublishAt?: string | null | undefined
  seo?: { title?: string | undefined; description?: string | undefined } | undefined
  /** All images of the product, positions 1…n without gaps. */
  images?: ImageDraft[] | undefined
  /** Names and values in order of appearance; `[]` for a product of one plain variant. */
  options?: OptionDraft[] | undefined
  /** By name; `null` clears that attribute, a name not listed stays as it is. */
  attributes?: Record<string, string | null> | undefined
}

export type ProductStatus = 'active' | 'draft' | 'archived'

export interface ImageDraft {
  url: string
  alt: string
  position: number
}

export interface OptionDraft {
  name: string
  values: string[]
}

/** One variant; prices in minor units of the import's currency. */
export interface VariantDraft {
  line: number
  sku: string
  /** True when the file gave no SKU and ours was derived from handle and option values. */
  skuDerived: boolean
  options: Record<string, string>
  /** `''`: named by its options. */
  title?: string | undefined
  /** In every currency; goes before `price` and `compareAtPrice`, which are those of the import’s. */
  prices?: Record<string, VariantPrice> | undefined
  price?: number | undefined
  compareAtPrice?: number | null | undefined
  quantity?: number | undefined
  policy?: 'deny' | 'continue' | undefined
  tracked?: boolean | undefined
  weightGrams?: number | undefined
  barcode?: string | undefined
  requiresShipping?: boolean | undefined
  taxable?: boolean | undefined
  /** Goes before `taxable`. */
  taxClass?: string | undefined
  taxCode?: string | undefined
  imageUrl?: string | undefined
}
