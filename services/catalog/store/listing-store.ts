import type { Queryable } from '@souk/kit/database'
import type { Order, Place } from '../domain/cursor.ts'
import type { Listing } from '../domain/listing.ts'
import type { Product } from '../domain/product.ts'
import { type ProductRow, productColumns, toProduct } from './product-row.ts'

/** The row of a product under no category in particular. */
const WHOLE_SHOP = ''

interface ListQuery {
  /** Without one: the whole shop. */
  categoryId: string | undefined
  currency: string
  order: Order
  after: Place | undefined
  limit: number
}

/** Statements on what is listed, to be sent along with others. */
export function listing(sql: Queryable) {
  /** Under every category above a product's own, from its rows for the whole shop. */
  const file = (productIds: readonly string[]) => sql`
    insert into listing (category_id, currency, product_id, price, title_key)
    select distinct a.id, l.currency, l.product_id, l.price, l.title_key
    from listing l
    join product_category pc using (product_id)
    join category c on c.id = pc.category_id
    cross join unnest(c.path) as a(id)
    where l.product_id = any(${productIds as string[]}) and l.category_id = ${WHOLE_SHOP}`
  return {
    replace: (productIds: readonly string[], rows: readonly Listing[]) => [
      sql`delete from listing where product_id = any(${productIds as string[]})`,
      sql`
        insert into listing (category_id, currency, product_id, price, title_key)
        select ${WHOLE_SHOP}, currency, "productId", price, "titleKey"
        from jsonb_to_recordset(${sql.json(rows as never)})
          as g(currency text, "productId" text, price bigint, "titleKey" text)`,
      file(productIds),
    ],
    refile: (productIds: readonly string[]) => [
      sql`delete from listing where product_id = any(${productIds as string[]}) and category_id <> ${WHOLE_SHOP}`,
      file(productIds),
    ],
  }
}

/** Reads of published products. */
export function listingStore(sql: Queryable) {
  const columns = productColumns(sql)
  const orders = {
    newest: sql`l.product_id desc`,
    price: sql`l.price, l.product_id`,
    '-price': sql`l.price desc, l.product_id desc`,
    title: sql`l.title_key, l.product_id`,
  }
  const behind = (order: Order, { key, id }: Place) => {
    if (order === 'newest') return sql`and l.product_id < ${id}`
    if (order === 'title') return sql`and (l.title_key, l.product_id) > (${String(key)}, ${id})`
    return order === 'price'
      ? sql`and (l.price, l.product_id) > (${Number(key)}, ${id})`
      : sql`and (l.price, l.product_id) < (${Number(key)}, ${id})`
  }
  return {
    async findPublished(idOrSlug: string): Promise<Product | undefined> {
      const [row] = await sql<ProductRow[]>`
        select ${columns} from product p
        where p.status = 'published' and ${idOrSlug.startsWith('prod_') ? sql`p.id` : sql`p.slug`} = ${idOrSlug}`
      return row && toProduct(row)
    },

    /** Published products that have a price in the currency, each with its place in the order. */
    async listPublished(query: ListQuery): Promise<{ product: Product; place: Place }[]> {
      const { categoryId = WHOLE_SHOP, currency, order, after, limit } = query
      const rows = await sql<(ProductRow & { price: number; titleKey: string })[]>`
        select l.price, l.title_key as "titleKey", ${columns}
        from (
          select l.product_id, l.price, l.title_key from listing l
          where l.category_id = ${categoryId} and l.currency = ${currency} ${after ? behind(order, after) : sql``}
          order by ${orders[order]} limit ${limit}) l
        join product p on p.id = l.product_id
        order by ${orders[order]}`
      return rows.map(({ price, titleKey, ...row }) => ({
        product: toProduct(row),
        place: { key: order === 'newest' ? '' : order === 'title' ? titleKey : price, id: row.id },
      }))
    },
  }
}
