import type { ProductFacts } from '@souk/contracts/catalog'
import type { Queryable } from '@souk/kit/database'
import type { Product, Variant } from '../domain/product.ts'

/** Our copy of what is for sale. */
export function productsStore(sql: Queryable) {
  const heardOf = async (
    { productId, version, slug, title, categories }: ProductFacts,
    isPublished: boolean,
  ) => {
    const category = categories?.[0]
    const [newer] = await sql`
      insert into product (id, version, slug, title, category_id, category_name, is_published)
      values (${productId}, ${version}, ${slug}, ${title}, ${category?.id ?? null}, ${category?.name ?? null}, ${isPublished})
      on conflict (id) do update set version = excluded.version, slug = excluded.slug, title = excluded.title,
        category_id = excluded.category_id, category_name = excluded.category_name, is_published = excluded.is_published
      where product.version < excluded.version
      returning 1`
    if (!newer) return false
    await sql`delete from variant where product_id = ${productId}`
    return true
  }

  return {
    /** A product as it is sold from now on; nothing happens where something newer is known. */
    async offer(facts: ProductFacts): Promise<void> {
      if (!(await heardOf(facts, true))) return
      const rows = facts.variants.map(
        ({ variantId: id, sku, title, image = null, prices, availability }) => ({
          ...{ id, sku, title, image, prices, availability },
        }),
      )
      await sql`
        insert into variant (id, product_id, place, sku, title, image, prices, availability)
        select v.id, ${facts.productId}, place, sku, title, image, prices, availability
        from rows from (jsonb_to_recordset(${sql.json(rows as never)})
          as (id text, sku text, title text, image jsonb, prices jsonb, availability text))
          with ordinality as v(id, sku, title, image, prices, availability, place)`
    },

    /** Not for sale any more. */
    async withdraw(facts: ProductFacts): Promise<void> {
      await heardOf(facts, false)
    },

    async setAvailability(sku: string, word: { availability: string; version: number }): Promise<void> {
      await sql`
        insert into sku_availability (sku, availability, version) values (${sku}, ${word.availability}, ${word.version})
        on conflict (sku) do update set availability = excluded.availability, version = excluded.version
          where sku_availability.version < excluded.version`
    },

    /** Those of them that are for sale, by id. */
    async findProducts(ids: readonly string[]): Promise<Map<string, Product>> {
      if (ids.length === 0) return new Map()
      const rows = await sql<ProductRow[]>`
        select p.id, p.slug, p.title, p.category_id as "categoryId", p.category_name as "categoryName",
          json_agg(json_build_object('id', v.id, 'sku', v.sku, 'title', v.title, 'image', v.image, 'prices', v.prices,
            'availability', coalesce(a.availability, v.availability)) order by v.place) as variants
        from product p join variant v on v.product_id = p.id left join sku_availability a using (sku)
        where p.id = any(${ids as string[]}) group by p.id`
      return new Map(rows.map((row) => [row.id, toProduct(row)]))
    },

    async productIdsOf(skus: readonly string[]): Promise<string[]> {
      const rows = await sql<{ id: string }[]>`
        select distinct product_id as id from variant where sku = any(${skus as string[]})`
      return rows.map(({ id }) => id)
    },

    /** The latest that came into the shop, or into a category: ids begin with the time they were made. */
    async newest(categoryId: string | undefined, limit: number): Promise<string[]> {
      const within = categoryId === undefined ? sql`` : sql`and category_id = ${categoryId}`
      const rows = await sql<{ id: string }[]>`
        select id from product where is_published ${within} order by id desc limit ${limit}`
      return rows.map(({ id }) => id)
    },
  }
}

interface ProductRow {
  id: string
  slug: string
  title: string
  categoryId: string | null
  categoryName: string | null
  variants: Variant[]
}

const toProduct = ({ categoryId, categoryName, ...row }: ProductRow): Product => ({
  ...row,
  category: categoryId !== null && categoryName !== null ? { id: categoryId, name: categoryName } : null,
})
