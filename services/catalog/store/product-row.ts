import type { Availability } from '@souk/contracts/values'
import type { Queryable } from '@souk/kit/database'
import { searchTextOf } from '../domain/listing.ts'
import type { CategoryRef, Product, ProductStatus, Variant } from '../domain/product.ts'

export interface ProductRow {
  id: string
  slug: string
  status: ProductStatus
  version: number
  document: Document
  createdAt: Date
  updatedAt: Date
  categories: CategoryRef[]
  words: Record<string, Availability>
}

type Written = 'id' | 'slug' | 'status' | 'version' | 'createdAt' | 'updatedAt' | 'categories' | 'variants'
type Document = Omit<Product, Written> & { variants: Omit<Variant, 'availability'>[] }

/** Everything of a product `p`, in one row. */
export const productColumns = (sql: Queryable) => sql`
  p.id, p.slug, p.status, p.version, p.document, p.created_at as "createdAt", p.updated_at as "updatedAt",
  coalesce((
    select json_agg(json_build_object('id', c.id, 'slug', c.slug, 'name', c.name) order by pc.position)
    from product_category pc join category c on c.id = pc.category_id where pc.product_id = p.id), '[]') as categories,
  coalesce((
    select json_object_agg(v.sku, a.word)
    from variant v join availability a using (sku) where v.product_id = p.id), '{}') as words`

export const toProduct = ({ document, words, createdAt, updatedAt, ...columns }: ProductRow): Product => ({
  ...columns,
  ...document,
  variants: document.variants.map((variant) => ({
    ...variant,
    availability: words[variant.sku] ?? 'out_of_stock',
  })),
  createdAt: createdAt.toISOString(),
  updatedAt: updatedAt.toISOString(),
})

/** A product as its row is written. */
export function toRow(product: Product) {
  const { id, slug, status, version, createdAt, updatedAt, categories: _, variants, ...rest } = product
  const document: Document = {
    ...rest,
    variants: variants.map(({ availability: _word, ...variant }) => variant),
  }
  return { id, slug, status, version, createdAt, updatedAt, searchText: searchTextOf(product), document }
}
