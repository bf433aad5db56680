import { guardDigits, guardFormula } from '../cells/formula-guard.ts'
import { joinList } from '../cells/list-cell.ts'
import type { ExportProduct, ExportVariant } from '../export-product.ts'
import { toDecimal } from '../money.ts'

/** One row of the export: the product on its first row, and one variant and one image as long as there are any. */
export interface ExportRow {
  handle: string
  product: ExportProduct | undefined
  variant: ExportVariant | undefined
  optionNames: readonly string[]
  image: { url: string; alt: string; position: number } | undefined
  currency: string
}

type Cell = (row: ExportRow) => string

/** Shopify's columns in Shopify's order. */
export const exportColumns: readonly (readonly [name: string, cell: Cell])[] = [
  ['Handle', ({ handle }) => handle],
  ['Title', product(({ title }) => title)],
  ['Body (HTML)', product(({ descriptionHtml }) => descriptionHtml)],
  ['Vendor', product(({ vendor }) => vendor)],
  ['Product Category', product(category)],
  ['Type', product(({ productType }) => productType)],
  ['Tags', product(({ tags }) => joinList(tags, ','))],
  ['Published', product(({ published }) => String(published))],
  ...[0, 1, 2].flatMap((index) => [
    [`Option${index + 1} Name`, optionName(index)] as const,
    [`Option${index + 1} Value`, optionValue(index)] as const,
  ]),
  ['Variant SKU', variant(({ sku }) => guardDigits(sku))],
  ['Variant Grams', variant(({ weightGrams }) => String(weightGrams ?? ''))],
  ['Variant Inventory Tracker', variant(({ tracked }) => (tracked ? 'shopify' : ''))],
  ['Variant Inventory Qty', variant(({ quantity }) => String(quantity ?? ''))],
  ['Variant Inventory Policy', variant(({ policy }) => policy)],
  ['Variant Fulfillment Service', variant(() => 'manual')],
  ['Variant Price', variant(({ price }, currency) => decimal(price, currency))],
  ['Variant Compare At Price', variant(({ compareAtPrice }, currency) => decimal(compareAtPrice, currency))],
  ['Variant Requires Shipping', variant(({ requiresShipping }) => String(requiresShipping))],
  ['Variant Taxable', variant(({ taxable }) => String(taxable))],
  ['Variant Barcode', variant(({ barcode }) => guardDigits(barcode))],
  ['Image Src', ({ image }) => image?.url ?? ''],
  ['Image Position', ({ image }) => String(image?.position ?? '')],
  ['Image Alt Text', ({ image }) => guardFormula(image?.alt ?? '')],
  ['Gift Card', product(() => 'false')],
  ['SEO Title', product(({ seo }) => seo.title)],
  ['SEO Description', product(({ seo }) => seo.description)],
  ['Variant Image', variant(({ imageUrl }) => imageUrl)],
  ['Variant Weight Unit', variant(() => 'g')],
  ['Variant Tax Code', variant(({ taxCode }) => taxCode)],
  ['Status', product(({ status }) => status)],
]

function product(cell: (product: ExportProduct) => string): Cell {
  return ({ product }) => (product ? guardFormula(cell(product)) : '')
}

function variant(cell: (variant: ExportVariant, currency: string) => string): Cell {
  return ({ variant, currency }) => (variant ? guardFormula(cell(variant, currency)) : '')
}

/** Shopify's way of saying that a product has one plain variant is an option `Title` of `Default Title`. */
function optionName(index: number): Cell {
  return ({ product, variant, optionNames }) => {
    if (!product || !variant) return ''
    return guardFormula(optionNames[index] ?? (index === 0 ? 'Title' : ''))
  }
}

function optionValue(index: number): Cell {
  return ({ variant, optionNames }) => {
    if (!variant) return ''
    const name = optionNames[index]
    if (name !== undefined) return guardFormula(variant.options[name] ?? '')
    return index === 0 ? 'Default Title' : ''
  }
}

function decimal(minor: number | null | undefined, currency: string): string {
  return minor === null || minor === undefined ? '' : toDecimal(minor, currency)
}

/**
 * A leading `>` keeps the reader from what it makes of Shopify's own files: a blank category means the type, and
 * `Uncategorized` means blank.
 */
function category({ categoryPath, productType }: ExportProduct): string {
  const path = joinList(categoryPath, '>')
  if (path === '') return productType === '' ? '' : '>'
  return path.toLowerCase() === 'uncategorized' ? `> ${path}` : path
}
