import type { ExportProduct } from './import/export-product.ts'
import { EXEMPT, type Product, type Variant } from './product.ts'

interface File {
  currency: string
  categoryPath: string[]
  attributeNames: ReadonlySet<string>
}

/**
 * A product as a file has it. Stock is not the catalog’s to tell, so no quantity is written; nor is an attribute
 * that came after the file’s header.
 */
export const toExport = (
  product: Product,
  { currency, categoryPath, attributeNames }: File,
): ExportProduct => ({
  handle: product.slug,
  title: product.title,
  descriptionHtml: product.description,
  vendor: product.vendor,
  productType: product.productType,
  tags: product.tags,
  published: product.status === 'published',
  status: product.status === 'published' ? 'active' : product.status,
  categoryPath,
  seo: product.seo,
  images: product.images,
  options: product.options,
  attributes: Object.fromEntries(
    Object.entries(product.attributes).filter(([name]) => attributeNames.has(name)),
  ),
  variants: product.variants.map((variant) => toExportVariant(variant, currency)),
})

function toExportVariant(variant: Variant, currency: string): ExportProduct['variants'][number] {
  const price = variant.prices[currency]
  return {
    sku: variant.sku,
    options: variant.options,
    price: price?.amount,
    compareAtPrice: price?.compareAt ?? null,
    policy: variant.policy === 'backorder' ? 'continue' : 'deny',
    tracked: variant.policy !== 'untracked',
    weightGrams: variant.weightGrams,
    barcode: variant.barcode,
    requiresShipping: variant.requiresShipping,
    taxable: variant.taxClass !== EXEMPT,
    taxCode: variant.taxCode,
    imageUrl: variant.imageUrl,
  }
}
