import { code, text, url } from '../cells/text-cells.ts'
import {
  compareAtPrice,
  flag,
  grams,
  policy,
  price,
  quantity,
  tracker,
  weightUnit,
} from '../cells/word-cells.ts'
import type { VariantDraft } from '../draft.ts'
import { limits } from '../limits.ts'
import type { Column } from './columns.ts'
import type { Row } from './open-row.ts'

/** A variant before its SKU is settled: `''` where the file gives none. */
export type VariantCells = Omit<VariantDraft, 'skuDerived'>

const tellingColumns: Column[] = [
  'option1Value',
  'option2Value',
  'option3Value',
  'sku',
  'price',
  'compareAtPrice',
  'quantity',
  'barcode',
  'variantImage',
]

/** A row is a variant's when it says what only a variant has; the rest are image rows. */
export function isVariantRow(row: Row): boolean {
  return tellingColumns.some((column) => row.raw(column).trim() !== '')
}

export function variantRow(row: Row, options: Record<string, string>, currency: string): VariantCells {
  row.read('weightUnit', weightUnit)
  return {
    line: row.line,
    sku: row.read('sku', code(limits.sku)) ?? '',
    options,
    price: row.read('price', price(currency)),
    compareAtPrice: row.read('compareAtPrice', compareAtPrice(currency)),
    quantity: row.read('quantity', quantity),
    policy: row.read('policy', policy),
    tracked: row.read('tracker', tracker),
    weightGrams: row.read('grams', grams),
    barcode: row.read('barcode', code(limits.code)),
    requiresShipping: row.read('requiresShipping', flag),
    taxable: row.read('taxable', flag),
    taxCode: row.read('taxCode', text(limits.code)),
    imageUrl: row.read('variantImage', url),
  }
}
