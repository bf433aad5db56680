/** The columns we read, by their names in older and newer Shopify exports, and in other tools' files. */
export const columnNames = {
  handle: ['Handle', 'URL handle'],
  title: ['Title'],
  body: ['Body (HTML)', 'Description', 'Body'],
  vendor: ['Vendor'],
  category: ['Product Category', 'Standard Product Type', 'Standardized Product Type'],
  type: ['Type', 'Product Type', 'Custom Product Type'],
  tags: ['Tags'],
  published: ['Published', 'Published on online store'],
  status: ['Status'],
  seoTitle: ['SEO Title'],
  seoDescription: ['SEO Description'],
  imageSrc: ['Image Src', 'Product image URL', 'Image URL'],
  imagePosition: ['Image Position'],
  imageAlt: ['Image Alt Text'],
  option1Name: ['Option1 Name'],
  option1Value: ['Option1 Value'],
  option2Name: ['Option2 Name'],
  option2Value: ['Option2 Value'],
  option3Name: ['Option3 Name'],
  option3Value: ['Option3 Value'],
  sku: ['Variant SKU', 'SKU'],
  price: ['Variant Price', 'Price'],
  compareAtPrice: ['Variant Compare At Price', 'Compare-at price'],
  quantity: ['Variant Inventory Qty', 'Inventory quantity', 'Variant Inventory Quantity'],
  tracker: ['Variant Inventory Tracker', 'Inventory tracker'],
  policy: ['Variant Inventory Policy', 'Continue selling when out of stock'],
  grams: ['Variant Grams', 'Weight value (grams)'],
  weightUnit: ['Variant Weight Unit', 'Weight unit for display'],
  barcode: ['Variant Barcode', 'Barcode'],
  requiresShipping: ['Variant Requires Shipping', 'Requires shipping'],
  taxable: ['Variant Taxable', 'Charge tax'],
  taxCode: ['Variant Tax Code', 'Tax code'],
  variantImage: ['Variant Image', 'Variant image URL'],
} as const

export type Column = keyof typeof columnNames

/** Columns Shopify writes and we have no place for; worth a warning only where they hold more than this. */
const notKept: Record<string, string> = {
  'Gift Card': 'false',
  'Variant Fulfillment Service': 'manual',
  'Fulfillment service': 'manual',
  'Cost per item': '',
  'Option1 Linked To': '',
  'Option2 Linked To': '',
  'Option3 Linked To': '',
}

const byKey = new Map(
  Object.entries(columnNames).flatMap(([column, names]) =>
    names.map((name) => [columnKey(name), column as Column]),
  ),
)
const harmlessByKey = new Map(Object.entries(notKept).map(([name, harmless]) => [columnKey(name), harmless]))

/** How a column is recognised: case, spaces and punctuation do not matter. */
export function columnKey(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}/]+/gu, ' ')
    .trim()
}

type ColumnMeaning =
  | { kind: 'column'; column: Column }
  | { kind: 'attribute'; name: string }
  | { kind: 'currency' }
  | { kind: 'not_kept'; harmless: string }
  | { kind: 'unknown' }

/** What a header cell announces. Metafields (`Fabric (product.metafields.custom.fabric)`) become attributes. */
export function columnMeaning(name: string): ColumnMeaning {
  const metafield = /^([\s\S]*)\(product\.metafields\.(?:[^.()]+\.)?([^()]*)\)$/.exec(name)
  if (metafield) return { kind: 'attribute', name: metafield[1]?.trim() || metafield[2] || name }
  const key = columnKey(name)
  const column = byKey.get(key)
  if (column) return { kind: 'column', column }
  if (/^(included|(variant )?(price|compare at price)) \//.test(key)) return { kind: 'currency' }
  if (/^(google shopping \/|unit price )/.test(key)) return { kind: 'not_kept', harmless: '' }
  const harmless = harmlessByKey.get(key)
  return harmless === undefined ? { kind: 'unknown' } : { kind: 'not_kept', harmless }
}
