import type { Members } from '@souk/contracts/catalog'
import type { Queryable } from '@souk/kit/database'
import type { Order, Place } from '../domain/cursor.ts'
import type { Listing } from '../domain/listing.ts'
import type { Product } from '../domain/product.ts'
import { conditionsHold } from './collection-rules.ts'
import { type ProductRow, productColumns, toProduct } from './product-row.ts'

/** The row of a product under no category in particular. */
const WHOLE_SHOP = ''

export interface ListQuery {
  /** A category’s or collection’s; without one: the whole shop. */
  categoryId: string | undefined
  currency: string
  order: Order
  after: Place | undefined
  limit: number
}

interface Keys {
  price: number
  titleKey: string
  position: number
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
    /** What stands in the lists for these products, but for collections. */
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

/** Lists in a collection whatever belongs in it, or that of these products. */
export function gatherCollection(
  sql: Queryable,
  { id, members }: { id: string; members: Members },
  productIds?: readonly string[],
) {
  const holds =
    members.kind === 'automatic'
      ? conditionsHold(sql, members.conditions)
      : sql`exists (select from collection_product where collection_id = ${id} and product_id = p.id)`
  return sql`
    insert into listing (category_id, currency, product_id, price, title_key)
    select ${id}, l.currency, l.product_id, l.price, l.title_key
    from listing l join product p on p.id = l.product_id
    where l.category_id = ${WHOLE_SHOP} and ${holds}
      ${productIds ? sql`and l.product_id = any(${productIds as string[]})` : sql``}`
}

/** Lists products in every collection they belong in. Nobody writes a collection meanwhile: the tree is held. */
export async function gather(sql: Queryable, productIds: readonly string[]): Promise<void> {
  if (productIds.length === 0) return
  const collections = await sql<{ id: string; members: Members }[]>`
    select id, document -> 'members' as members from collection order by id`
  await Promise.all(collections.map((collection) => gatherCollection(sql, collection, productIds)))
}

/** Reads of published products. */
export function listingStore(sql: Queryable) {
  const columns = productColumns(sql)
  const orders = {
    newest: sql`l.product_id desc`,
    price: sql`l.price, l.product_id`,
    '-price': sql`l.price desc, l.product_id desc`,
    title: sql`l.title_key, l.product_id`,
    position: sql`position`,
  }
  const behind = (order: Order, { key, id }: Place) => {
    if (order === 'newest') return sql`and l.product_id < ${id}`
    if (order === 'title') return sql`and (l.title_key, l.product_id) > (${String(key)}, ${id})`
    if (order === 'position') return sql`and cp.position > ${Number(key)}`
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

    /** In the order they were made, behind `after`. */
    async listPublishedIds(after: string, limit: number): Promise<string[]> {
      const rows = await sql<{ id: string }[]>`
        select id from product where status = 'published' and id > ${after} order by id limit ${limit}`
      return rows.map(({ id }) => id)
    },

    /** Published products that have a price in the currency, each with its place in the order. */
    async listPublished(query: ListQuery): Promise<{ product: Product; place: Place }[]> {
      const { categoryId = WHOLE_SHOP, currency, order, after, limit } = query
      const isNamed = order === 'position'
      const rows = await sql<(ProductRow & Keys)[]>`
        select l.price, l.title_key as "titleKey", l.position, ${columns}
        from (
          select l.product_id, l.price, l.title_key, ${isNamed ? sql`cp.position` : sql`0`} as position from listing l
          ${isNamed ? sql`join collection_product cp on (cp.collection_id, cp.product_id) = (l.category_id, l.product_id)` : sql``}
          where l.category_id = ${categoryId} and l.currency = ${currency} ${after ? behind(order, after) : sql``}
          order by ${orders[order]} limit ${limit}) l
        join product p on p.id = l.product_id
        order by ${orders[order]}`
      return rows.map(({ price, titleKey, position, ...row }) => ({
        product: toProduct(row),
        place: { key: { newest: '', title: titleKey, position, price, '-price': price }[order], id: row.id },
      }))
    },
  }
}
