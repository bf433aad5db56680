import { attributeDefinitions } from '../catalog/attributes.ts'
import type { Picture, Product, Variant } from '../catalog/shape.ts'
import { csvRow, decimal } from './row.ts'

/** The columns of Shopify's product export, in its order. */
const columns = [
  'Handle',
  'Title',
  'Body (HTML)',
  'Vendor',
  'Product Category',
  'Type',
  'Tags',
  'Published',
  'Option1 Name',
  'Option1 Value',
  'Option2 Name',
  'Option2 Value',
  'Option3 Name',
  'Option3 Value',
  'Variant SKU',
  'Variant Grams',
  'Variant Inventory Tracker',
  'Variant Inventory Qty',
  'Variant Inventory Policy',
  'Variant Fulfillment Service',
  'Variant Price',
  'Variant Compare At Price',
  'Variant Requires Shipping',
  'Variant Taxable',
  'Variant Barcode',
  'Image Src',
  'Image Position',
  'Image Alt Text',
  'Gift Card',
  'SEO Title',
  'SEO Description',
  'Google Shopping / Google Product Category',
  'Google Shopping / Gender',
  'Google Shopping / Age Group',
  'Google Shopping / MPN',
  'Google Shopping / AdWords Grouping',
  'Google Shopping / AdWords Labels',
  'Google Shopping / Condition',
  'Google Shopping / Custom Product',
  'Google Shopping / Custom Label 0',
  'Google Shopping / Custom Label 1',
  'Google Shopping / Custom Label 2',
  'Google Shopping / Custom Label 3',
  'Google Shopping / Custom Label 4',
  'Variant Image',
  'Variant Weight Unit',
  'Variant Tax Code',
] as const

/** Shopify keeps attributes in metafields, a column each. */
const attributeNames = attributeDefinitions.map(({ key }) => key)
const metafield = (name: string) =>
  `${name} (product.metafields.custom.${name.toLowerCase().replaceAll(' ', '_')})`

type Cells = Partial<Record<string, string>>

/** The catalog priced in euros, in Shopify's product format: a row for each variant, and for pictures left over. */
export function eurCsv(products: readonly Product[]): string {
  return (
    csvRow([...columns, ...attributeNames.map(metafield)]) + products.flatMap(productRows).map(write).join('')
  )
}

function productRows(product: Product): Cells[] {
  const count = Math.max(product.variants.length, product.pictures.length)
  return Array.from({ length: count }, (_, i) => ({
    Handle: product.handle,
    ...(i === 0 ? productCells(product) : {}),
    ...optionCells(product, product.variants[i], i === 0),
    ...variantCells(product, product.variants[i]),
    ...pictureCells(product, product.pictures[i]),
  }))
}

function productCells(product: Product): Cells {
  return {
    Title: product.title,
    'Body (HTML)': product.description,
    Vendor: product.vendor,
    'Product Category': `${product.department} > ${product.category}`,
    Type: product.type,
    Tags: product.tags.join(', '),
    ...product.attributes,
    Published: 'true',
    'Gift Card': 'false',
    'SEO Title': product.seo.title,
    'SEO Description': product.seo.description,
  }
}

/** Names stand in a product's first row only; a product without options has the one Shopify gives it. */
export function optionCells({ options }: Product, variant: Variant | undefined, first: boolean): Cells {
  if (!variant) return {}
  const names = options.length > 0 ? options.map(({ name }) => name) : ['Title']
  const values = options.length > 0 ? variant.values : ['Default Title']
  const [name1 = '', name2 = '', name3 = ''] = first ? names : []
  const [value1 = '', value2 = '', value3 = ''] = values
  return {
    'Option1 Name': name1,
    'Option1 Value': value1,
    'Option2 Name': name2,
    'Option2 Value': value2,
    'Option3 Name': name3,
    'Option3 Value': value3,
  }
}

function variantCells(product: Product, variant: Variant | undefined): Cells {
  if (!variant) return {}
  return {
    'Variant SKU': variant.sku,
    'Variant Grams': String(variant.grams),
    'Variant Inventory Tracker': 'shopify',
    'Variant Inventory Qty': String(variant.quantity),
    'Variant Inventory Policy': variant.policy,
    'Variant Fulfillment Service': 'manual',
    'Variant Price': decimal(variant.eur.amount),
    'Variant Compare At Price': variant.eur.compareAt === undefined ? '' : decimal(variant.eur.compareAt),
    'Variant Requires Shipping': 'true',
    'Variant Taxable': 'true',
    'Variant Image': variant.picture === undefined ? '' : pictureAddress(product.handle, variant.picture),
    'Variant Weight Unit': 'g',
  }
}

function pictureCells({ handle }: Product, picture: Picture | undefined): Cells {
  if (!picture) return {}
  return {
    'Image Src': pictureAddress(handle, picture.position),
    'Image Position': String(picture.position),
    'Image Alt Text': picture.alt,
  }
}

function pictureAddress(handle: string, position: number): string {
  return `/media/demo/${handle}-${position}.svg`
}

function write(cells: Cells): string {
  return csvRow([...columns, ...attributeNames].map((column) => cells[column] ?? ''))
}
