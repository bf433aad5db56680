import type { Product, Variant } from '../product.ts'
import { moneysOf } from '../variant-prices.ts'
import { guardDigits } from './cells/formula-guard.ts'

/**
 * A product as a line of JSON which `readNdjson` reads back to the same: everything the catalog has of it but what
 * one shop alone can know, its ids, versions and times of change.
 */
export function writeNdjson(product: Product, categoryPaths: readonly (readonly string[])[]): string {
  const { slug, status, variants, images, ...rest } = product
  const line = {
    handle: slug,
    title: rest.title.trim(),
    descriptionHtml: rest.description,
    vendor: rest.vendor.trim(),
    productType: rest.productType.trim(),
    tags: rest.tags,
    status: status === 'published' ? 'active' : status,
    publishAt: rest.publishAt,
    unpublishAt: rest.unpublishAt,
    categoryPaths,
    seo: { title: rest.seo.title.trim(), description: rest.seo.description.trim() },
    images: images.map(({ url, alt }) => ({ url, alt: alt.trim() })),
    options: rest.options,
    attributes: rest.attributes,
    variants: variants.map((variant) => toLine(variant, product)),
  }
  return `${JSON.stringify(line)}\n`
}

const toLine = (variant: Variant, { options }: Product) => ({
  sku: guardDigits(variant.sku),
  title: variant.title.trim(),
  options: Object.fromEntries(options.map(({ name }) => [name, variant.options[name] ?? ''])),
  prices: moneysOf(variant.prices, ({ amount }) => amount),
  compareAtPrices: moneysOf(variant.prices, ({ compareAt }) => compareAt),
  policy: variant.policy === 'backorder' ? 'continue' : 'deny',
  tracked: variant.policy !== 'untracked',
  ...(variant.weightGrams !== undefined && { weightGrams: variant.weightGrams }),
  barcode: guardDigits(variant.barcode.trim()),
  requiresShipping: variant.requiresShipping,
  taxClass: variant.taxClass,
  taxCode: variant.taxCode.trim(),
  imageUrl: variant.imageUrl,
})
