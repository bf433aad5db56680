import { accept } from '../cells/parsed.ts'
import { categoryPath, longText, tags, text, title } from '../cells/text-cells.ts'
import { flag, status } from '../cells/word-cells.ts'
import type { ProductFields } from '../draft.ts'
import { limits } from '../limits.ts'
import type { Row } from './open-row.ts'

/** What the first row of a handle says of the product itself; images and options come from all its rows. */
export function productFields(row: Row): ProductFields {
  return {
    title: row.read('title', title),
    descriptionHtml: row.read('body', longText(limits.description)),
    vendor: row.read('vendor', text(limits.label)),
    productType: row.read('type', text(limits.label)),
    tags: row.read('tags', tags),
    published: row.read('published', flag),
    status: row.read('status', status),
    categoryPath: category(row),
    seo: seo(row),
    attributes: attributes(row),
  }
}

/**
 * Shopify's category wins over the merchant's own type, unless it is blank or `Uncategorized`. A lone `>` is the
 * root: no category, whatever the type.
 */
function category(row: Row): string[] | undefined {
  const cell = row.raw('category').trim()
  if (cell !== '' && cell.toLowerCase() !== 'uncategorized') return row.read('category', categoryPath)
  const type = row.read('type', (cell) => accept(cell.trim()))
  if (type) return [type]
  return row.has('type') || row.has('category') ? [] : undefined
}

function seo(row: Row): ProductFields['seo'] {
  const title = row.read('seoTitle', text(limits.label))
  const description = row.read('seoDescription', text(limits.seoDescription))
  return title === undefined && description === undefined ? undefined : { title, description }
}

function attributes(row: Row): ProductFields['attributes'] {
  if (row.header.attributes.length === 0) return undefined
  const parse = text(limits.attribute)
  return Object.fromEntries(
    row.header.attributes.map((place) => [place.name, row.readAt(place, parse) || null]),
  )
}
