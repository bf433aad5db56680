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
  title: product.title.trim(),
  descriptionHtml: product.description,
  vendor: product.vendor.trim(),
  productType: product.productType.trim(),
  tags: product.tags,
  published: product.status === 'published',
  status: product.status === 'published' ? 'active' : product.status,
  categoryPath,
  seo: { title: product.seo.title.trim(), description: product.seo.description.trim() },
  images: product.images.map(({ url, alt }) => ({ url, alt: alt.trim() })),
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
    barcode: variant.barcode.trim(),
    requiresShipping: variant.requiresShipping,
    taxable: variant.taxClass !== EXEMPT,
    taxCode: variant.taxCode.trim(),
    imageUrl: variant.imageUrl,
  }
}
