import type { ProductFields } from './import/draft.ts'
import { statusAfter } from './import-status.ts'
import type { CategoryRef, Product } from './product.ts'
import { settled } from './schedule.ts'

export interface Given {
  fields: ProductFields
  /** Sanitised. */
  description: string | undefined
  /** `null` takes the product out of its categories, `undefined` leaves it where it is. */
  category: CategoryRef | null | undefined
  /** All it shall be in, where a file tells of all. */
  categories?: CategoryRef[] | undefined
}

/** A product with what a file says of it; variants and options apart. */
export function mergeFields(product: Product, { fields, description, category, categories }: Given): Product {
  const status = statusAfter(fields, product.version === 0 ? undefined : product.status)
  const { publishAt = product.publishAt, unpublishAt = product.unpublishAt } = fields
  return {
    ...product,
    ...settled({ status, publishAt, unpublishAt }),
    title: kept(fields.title, product.title),
    description: description ?? product.description,
    vendor: kept(fields.vendor, product.vendor),
    productType: kept(fields.productType, product.productType),
    tags: fields.tags ?? product.tags,
    categories: categories ?? fileUnder(product.categories, category),
    images:
      fields.images?.map(({ url, alt }) => ({ url, alt: keptAlt({ url, alt }, product) })) ?? product.images,
    attributes: mergeAttributes(product.attributes, fields.attributes ?? {}),
    seo: {
      title: kept(fields.seo?.title, product.seo.title),
      description: kept(fields.seo?.description, product.seo.description),
    },
  }
}

/** Files lose the spaces around a text; the text there, if it is the same otherwise, keeps its own. */
export const kept = (given: string | undefined, current: string): string =>
  given === undefined || given === current.trim() ? current : given

const keptAlt = ({ url, alt }: { url: string; alt: string }, { images }: Product): string =>
  kept(alt, images.find((image) => image.url === url)?.alt ?? alt)

/** A file knows one category: it takes the place of the first, unless the product is in it already. */
function fileUnder(current: CategoryRef[], category: CategoryRef | null | undefined): CategoryRef[] {
  if (category === undefined) return current
  if (category === null) return []
  return current.some(({ id }) => id === category.id) ? current : [category, ...current.slice(1)]
}

function mergeAttributes(
  current: Record<string, string>,
  given: Record<string, string | null>,
): Record<string, string> {
  const merged: Record<string, string> = { ...current }
  for (const [name, value] of Object.entries(given)) {
    if (value === null) delete merged[name]
    else merged[name] = value
  }
  return merged
}
