import type { ProductStatus } from './draft.ts'

/** A whole product as it leaves the catalog, prices in minor units of the export's currency. */
export interface ExportProduct {
  handle: string
  title: string
  descriptionHtml: string
  vendor: string
  productType: string
  tags: readonly string[]
  published: boolean
  status: ProductStatus
  /** From the root down; `[]` for a product in no category. */
  categoryPath: readonly string[]
  seo: { title: string; description: string }
  /** In order of position. */
  images: readonly { url: string; alt: string }[]
  /** At most three; their values are those of the variants. */
  options: readonly { name: string }[]
  attributes: Readonly<Record<string, string>>
  variants: readonly ExportVariant[]
}

export interface ExportVariant {
  sku: string
  options: Readonly<Record<string, string>>
  price?: number | undefined
  compareAtPrice: number | null
  quantity?: number | undefined
  policy: 'deny' | 'continue'
  tracked: boolean
  weightGrams?: number | undefined
  barcode: string
  requiresShipping: boolean
  taxable: boolean
  taxCode: string
  imageUrl: string
}
