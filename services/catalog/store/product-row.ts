import type { ListPrice } from '@souk/contracts/unit-price'
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
  publishAt: Date | null
  unpublishAt: Date | null
  categories: CategoryRef[]
  /** By SKU. */
  words: Record<string, ReadWord>
  /** By variant. */
  listPrices: Record<string, ReadListPrice[]>
}

interface ReadWord {
  word: Availability
  expectedAt: string | null
}

type ReadListPrice = Omit<ListPrice, 'startsAt' | 'endsAt'> & {
  customerGroups: string[]
  startsAt: string | null
  endsAt: string | null
}

type Times = 'publishAt' | 'unpublishAt' | 'createdAt' | 'updatedAt'
type Written = 'id' | 'slug' | 'status' | 'version' | Times | 'categories' | 'variants'
type Beside = 'availability' | 'expectedAt' | 'listPrices'
type Document = Omit<Product, Written> & { variants: Omit<Variant, Beside>[] }

/** Everything of a product `p`, in one row. */
export const productColumns = (sql: Queryable) => sql`
  p.id, p.slug, p.status, p.version, p.document, p.created_at as "createdAt", p.updated_at as "updatedAt",
  p.publish_at as "publishAt", p.unpublish_at as "unpublishAt",
  coalesce((
    select json_agg(json_build_object('id', c.id, 'slug', c.slug, 'name', c.name) order by pc.position)
    from product_category pc join category c on c.id = pc.category_id where pc.product_id = p.id), '[]') as categories,
  coalesce((
    select json_object_agg(v.sku, json_build_object('word', a.word, 'expectedAt', a.expected_at))
    from variant v join availability a using (sku) where v.product_id = p.id), '{}') as words,
  coalesce((
    select json_object_agg(priced.variant_id, priced.prices) from (
      select lp.variant_id, json_agg(json_build_object('priceListId', l.id, 'currency', lp.currency,
        'amount', lp.amount, 'minQuantity', lp.min_quantity, 'customerGroups', l.customer_groups,
        'startsAt', l.starts_at, 'endsAt', l.ends_at) order by l.id, lp.currency, lp.min_quantity) as prices
      from list_price lp join price_list l on l.id = lp.price_list_id
      where lp.product_id = p.id and l.is_active and not l.is_removed group by lp.variant_id) priced),
    '{}') as "listPrices"`

export const toProduct = ({ document, words, listPrices, ...columns }: ProductRow): Product => ({
  ...columns,
  ...document,
  variants: document.variants.map((variant) => ({
    ...variant,
    ...toWord(words[variant.sku]),
    listPrices: (listPrices[variant.id] ?? []).map(toListPrice),
  })),
  publishAt: columns.publishAt?.toISOString() ?? null,
  unpublishAt: columns.unpublishAt?.toISOString() ?? null,
  createdAt: columns.createdAt.toISOString(),
  updatedAt: columns.updatedAt.toISOString(),
})

const toWord = (read?: ReadWord) => ({
  availability: read?.word ?? 'out_of_stock',
  ...(read?.expectedAt && { expectedAt: new Date(read.expectedAt).toISOString() }),
})

const toListPrice = ({ customerGroups, startsAt, endsAt, ...price }: ReadListPrice): ListPrice => ({
  ...price,
  ...(customerGroups.length > 0 && { customerGroups }),
  ...(startsAt !== null && { startsAt: new Date(startsAt).toISOString() }),
  ...(endsAt !== null && { endsAt: new Date(endsAt).toISOString() }),
})

/** A product as its row is written. */
export function toRow(product: Product) {
  const { id, slug, status, version, categories: _, variants, ...others } = product
  const { publishAt, unpublishAt, createdAt, updatedAt, ...rest } = others
  const document: Document = {
    ...rest,
    variants: variants.map(
      ({ availability: _word, expectedAt: _date, listPrices: _prices, ...variant }) => variant,
    ),
  }
  const times = { publishAt, unpublishAt, createdAt, updatedAt }
  return { id, slug, status, version, ...times, searchText: searchTextOf(product), document }
}
