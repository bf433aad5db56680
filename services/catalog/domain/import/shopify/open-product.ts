import type { ProductCells } from '../complete-product.ts'
import type { OptionDraft } from '../draft.ts'
import { limits } from '../limits.ts'
import { orderImages, type PlacedImage } from '../order-images.ts'
import type { Column } from './columns.ts'
import { imageOf } from './image-cells.ts'
import type { Row } from './open-row.ts'
import { optionNames, optionValues } from './option-cells.ts'
import { productFields } from './product-fields.ts'
import { isVariantRow, type VariantCells, variantRow } from './variant-row.ts'

/** A product whose rows are still coming; what is wrong with a row stands in the row. */
export interface OpenProduct {
  add(row: Row): void
  close(): ProductCells
}

const onFirstRow: Column[] = ['title', 'body', 'vendor', 'category', 'type', 'tags', 'published', 'status']

export function openProduct(handle: string, first: Row, currency: string): OpenProduct {
  const fields = productFields(first)
  const names = optionNames(first)
  const stated = new Map(onFirstRow.map((column) => [column, first.raw(column)]))
  const variants: VariantCells[] = []
  const images = new Map<string, PlacedImage>()

  function add(row: Row): void {
    warnOfOtherFields(row, stated)
    const image = imageOf(row)
    if (image && !images.has(image.url)) images.set(image.url, image)
    if (images.size > limits.images)
      row.refuse('imageSrc', 'too_many_images', `more than ${limits.images} images`)
    if (isVariantRow(row)) variants.push(variantRow(row, optionValues(row, names), currency))
    else if (!image && row !== first) warnOfEmptiness(row)
    if (variants.length > limits.variants) {
      row.refuse('handle', 'too_many_variants', `more than ${limits.variants} variants`)
    }
  }

  add(first)
  return {
    add,
    close: () => ({
      line: first.line,
      handle,
      fields: {
        ...fields,
        images: first.has('imageSrc') ? orderImages([...images.values()]) : undefined,
        options: names && optionsOf(names, variants),
      },
      variants,
    }),
  }
}

function optionsOf(names: readonly string[], variants: readonly VariantCells[]): OptionDraft[] {
  const used = variants.length > 0 ? names.filter((name) => name !== '') : []
  return used.map((name) => ({
    name,
    values: [...new Set(variants.map(({ options }) => options[name] ?? ''))],
  }))
}

/** Other tools repeat the product on each row, which is fine; where a later row differs, the first one holds. */
function warnOfOtherFields(row: Row, stated: ReadonlyMap<Column, string>): void {
  for (const [column, first] of stated) {
    const cell = row.raw(column)
    if (cell === '' || cell === first || cell.trim() === first.trim()) continue
    row.warn(column, 'product_field_ignored', "the product's first row says otherwise, and holds")
  }
}

function warnOfEmptiness(row: Row): void {
  row.warn('handle', 'row_without_content', 'this row has neither a variant nor an image')
}
