import { type Queryable, violates } from '@souk/kit/database'
import { listingsOf } from '../domain/listing.ts'
import type { Product, ProductStatus } from '../domain/product.ts'
import { namedIn } from '../domain/uploaded-image.ts'
import { gather, listing } from './listing-store.ts'
import { type ProductRow, productColumns, toProduct, toRow } from './product-row.ts'
import { CHANGED } from './shop-pages.ts'
import { uploadedImages } from './uploaded-images.ts'

interface StaffQuery {
  status: ProductStatus | undefined
  q: string | undefined
  before: string | undefined
  limit: number
}

/** Products and their variants' SKUs. Products are locked in the order of their ids. */
export function productStore(sql: Queryable) {
  const columns = productColumns(sql)
  const byIds = (ids: readonly string[]) => sql<ProductRow[]>`
    select ${columns} from product p where p.id = any(${ids as string[]}) order by p.id`
  const bySlugs = (slugs: readonly string[]) => sql<ProductRow[]>`
    select ${columns} from product p where p.slug = any(${slugs as string[]}) order by p.id`

  return {
    findProducts: async (ids: readonly string[]): Promise<Product[]> => (await byIds(ids)).map(toProduct),
    findBySlugs: async (slugs: readonly string[]): Promise<Product[]> =>
      (await bySlugs(slugs)).map(toProduct),

    /**
     * Locked until the transaction ends, and read by a statement of its own right behind: one that both waits
     * and joins would see what was before the wait. Both are bare statements here, as an async function around
     * the second would have it sent first.
     */
    async lockProduct(id: string): Promise<Product | undefined> {
      const [, [row]] = await Promise.all([
        sql`select 1 from product where id = ${id} for no key update`,
        byIds([id]),
      ])
      return row && toProduct(row)
    },

    /** The same of several, in the order of their ids. */
    async lockProducts(ids: readonly string[]): Promise<Product[]> {
      const [, rows] = await Promise.all([
        sql`select 1 from product where id = any(${ids as string[]}) order by id for no key update`,
        byIds(ids),
      ])
      return rows.map(toProduct)
    },

    /** Products whose time to go on sale or come off has come. */
    async findDue(now: string, limit: number): Promise<string[]> {
      const rows = await sql<{ id: string }[]>`
        select id from product where publish_at <= ${now}
        union select id from product where unpublish_at <= ${now} limit ${limit}`
      return rows.map(({ id }) => id)
    },

    async lockBySlugs(slugs: readonly string[]): Promise<Product[]> {
      const [, rows] = await Promise.all([
        sql`select 1 from product where slug = any(${slugs as string[]}) order by id for no key update`,
        bySlugs(slugs),
      ])
      return rows.map(toProduct)
    },

    /** The products that have any of these variants. */
    async findByVariants(variantIds: readonly string[], skus: readonly string[]): Promise<Product[]> {
      const rows = await sql<ProductRow[]>`
        select ${columns} from product p where p.id in (
          select product_id from variant where id = any(${variantIds as string[]})
          union select product_id from variant where sku = any(${skus as string[]}))`
      return rows.map(toProduct)
    },

    /** The product that has a SKU, by SKU. */
    async findSkuOwners(skus: readonly string[]): Promise<Map<string, string>> {
      const rows = await sql<{ sku: string; productId: string }[]>`
        select sku, product_id as "productId" from variant where sku = any(${skus as string[]})`
      return new Map(rows.map(({ sku, productId }) => [sku, productId]))
    },

    async findTakenSlugs(slugs: readonly string[]): Promise<Set<string>> {
      const rows = await sql<
        { slug: string }[]
      >`select slug from product where slug = any(${slugs as string[]})`
      return new Set(rows.map(({ slug }) => slug))
    },

    async listAll({ status, q, before, limit }: StaffQuery): Promise<Product[]> {
      const rows = await sql<ProductRow[]>`
        select ${columns} from product p where true
          ${status ? sql`and p.status = ${status}` : sql``}
          ${q ? sql`and p.search_text like ${containing(q)}` : sql``}
          ${before ? sql`and p.id < ${before}` : sql``}
        order by p.id desc limit ${limit}`
      return rows.map(toProduct)
    },

    /** By slug, behind `after`. */
    async listBySlug(after: string, limit: number): Promise<Product[]> {
      const rows = await sql<ProductRow[]>`
        select ${columns} from product p where p.slug > ${after} order by p.slug limit ${limit}`
      return rows.map(toProduct)
    },

    /** Those of the ids that no product has. */
    async findUnknownProducts(ids: readonly string[]): Promise<string[]> {
      const rows = await sql<{ id: string }[]>`
        select id from unnest(${ids as string[]}::text[]) as g(id) where not exists (
          select from product p where p.id = g.id)`
      return rows.map(({ id }) => id)
    },

    async listAttributeNames(): Promise<string[]> {
      const rows = await sql<{ name: string }[]>`
        select distinct jsonb_object_keys(document -> 'attributes') as name from product order by name`
      return rows.map(({ name }) => name)
    },

    /** Writes products whole, new ones too, and tells every replica. Locked by the caller. */
    async saveProducts(products: readonly Product[]): Promise<void> {
      const rows = products.map(toRow)
      const ids = products.map(({ id }) => id)
      const variants = products.flatMap(({ id: productId, variants }) =>
        variants.map(({ id, sku }) => ({ id, sku, productId })),
      )
      const filed = products.flatMap(({ id: productId, categories }) =>
        categories.map(({ id: categoryId }, position) => ({ productId, categoryId, position })),
      )
      await Promise.all([
        sql`
          insert into product (id, slug, status, version, search_text, document, publish_at, unpublish_at, created_at,
            updated_at)
          select id, slug, status, version, "searchText", document, "publishAt", "unpublishAt", "createdAt", "updatedAt"
          from jsonb_to_recordset(${sql.json(rows as never)}) as g(id text, slug text, status text,
            version int, "searchText" text, document jsonb, "publishAt" timestamptz, "unpublishAt" timestamptz, "createdAt" timestamptz, "updatedAt" timestamptz)
          on conflict (id) do update set slug = excluded.slug, status = excluded.status, version = excluded.version,
            search_text = excluded.search_text, document = excluded.document, publish_at = excluded.publish_at,
            unpublish_at = excluded.unpublish_at, updated_at = excluded.updated_at`,
        // Rows that are gone or change their SKU first, so that variants of a product can swap theirs.
        sql`
          delete from variant v where v.product_id = any(${ids}) and not exists (
            select from jsonb_to_recordset(${sql.json(variants as never)}) as g(id text, sku text)
            where g.id = v.id and g.sku = v.sku)`,
        sql`
          insert into variant (id, sku, product_id) select id, sku, "productId"
          from jsonb_to_recordset(${sql.json(variants as never)}) as g(id text, sku text, "productId" text)
          on conflict (id) do nothing`,
        sql`
          delete from list_price l where l.product_id = any(${ids})
            and not exists (select from variant v where v.id = l.variant_id)`,
        sql`delete from product_category where product_id = any(${ids})`,
        sql`
          insert into product_category (product_id, category_id, position)
          select "productId", "categoryId", position from jsonb_to_recordset(${sql.json(filed as never)})
            as g("productId" text, "categoryId" text, position int)`,
        ...listing(sql).replace(ids, products.flatMap(listingsOf)),
        uploadedImages(sql).noteShown(namedIn(JSON.stringify(rows))),
        sql`select pg_notify(${CHANGED}, id) from unnest(${ids}::text[]) as id`,
      ])
      await gather(sql, ids)
    },

    /** What a fault of saving says two products would share, if that is what it says. */
    takenBy(fault: unknown): 'slug' | 'sku' | undefined {
      if (violates(fault, 'product_slug')) return 'slug'
      return violates(fault, 'variant_sku') ? 'sku' : undefined
    },

    async removeProduct(id: string): Promise<void> {
      await Promise.all([sql`delete from product where id = ${id}`, sql`select pg_notify(${CHANGED}, ${id})`])
    },
  }
}

/** A pattern for text anywhere in the search text, which is in lower case. */
const containing = (q: string): string => `%${q.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
