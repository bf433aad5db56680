import type { Product } from '../catalog/shape.ts'
import { optionCells } from './eur-rows.ts'
import { csvRow, decimal } from './row.ts'

const options = [
  'Option1 Name',
  'Option1 Value',
  'Option2 Name',
  'Option2 Value',
  'Option3 Name',
  'Option3 Value',
] as const
const columns = ['Handle', 'Title', ...options, 'Variant SKU', 'Variant Price', 'Variant Compare At Price']

/** What a second import needs to add prices in dollars to the products the first one made, and nothing else. */
export function usdCsv(products: readonly Product[]): string {
  return csvRow(columns) + products.flatMap(variantRows).join('')
}

function variantRows(product: Product): string[] {
  return product.variants.map((variant, i) => {
    const chosen = optionCells(product, variant, i === 0)
    const { amount, compareAt } = variant.usd
    return csvRow([
      product.handle,
      i === 0 ? product.title : '',
      ...options.map((column) => chosen[column] ?? ''),
      variant.sku,
      decimal(amount),
      compareAt === undefined ? '' : decimal(compareAt),
    ])
  })
}
