import { guardFormula } from './cells/formula-guard.ts'
import type { ExportProduct } from './export-product.ts'
import { limits } from './limits.ts'
import { type ExportRow, exportColumns } from './shopify/export-columns.ts'

interface CsvExport {
  currency: string
  /** Every attribute any product has: each is a column, and columns come before products. */
  attributeNames?: readonly string[]
}

/**
 * Writes Shopify's product CSV, a chunk per product, which `readShopifyCsv` reads back to the same drafts.
 *
 * Text that a spreadsheet would run as a formula is written behind an apostrophe; the reader takes it off again.
 * Throws when a product has more options or other attributes than the columns hold, rather than lose them.
 */
export async function* writeShopifyCsv(
  products: AsyncIterable<ExportProduct>,
  { currency, attributeNames = [] }: CsvExport,
): AsyncGenerator<string, void> {
  const names = exportColumns.map(([name]) => name)
  yield csvLine([...names, ...attributeNames.map(attributeColumn)])
  const known = new Set(attributeNames)
  for await (const product of products) {
    mustFit(product, known)
    yield rowsOf(product, currency)
      .map((row) =>
        csvLine([...exportColumns.map(([, cell]) => cell(row)), ...attributeCells(row, attributeNames)]),
      )
      .join('')
  }
}

/** Variants and images run side by side down the rows, as in Shopify's own files. */
function rowsOf(product: ExportProduct, currency: string): ExportRow[] {
  const { handle, variants, images } = product
  const optionNames = product.options.map(({ name }) => name)
  const length = Math.max(1, variants.length, images.length)
  return Array.from({ length }, (_, index) => {
    const image = images[index]
    return {
      handle,
      product: index === 0 ? product : undefined,
      variant: variants[index],
      optionNames,
      image: image && { ...image, position: index + 1 },
      currency,
    }
  })
}

function mustFit({ handle, options, attributes }: ExportProduct, known: ReadonlySet<string>): void {
  const unknown = Object.keys(attributes).find((name) => !known.has(name))
  if (unknown !== undefined)
    throw new RangeError(`product "${handle}": no column for its attribute "${unknown}"`)
  if (options.length > limits.options)
    throw new RangeError(`product "${handle}" has ${options.length} options`)
}

/** A metafield's heading; its key is for Shopify, the name in front is what the reader goes by. */
function attributeColumn(name: string): string {
  const key = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return guardFormula(`${name} (product.metafields.custom.${key || 'attribute'})`)
}

function attributeCells({ product }: ExportRow, names: readonly string[]): string[] {
  return names.map((name) =>
    product && Object.hasOwn(product.attributes, name) ? guardFormula(product.attributes[name]!) : '',
  )
}

function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\n`
}
