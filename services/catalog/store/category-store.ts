import type { Queryable } from '@souk/kit/database'
import { type Category, nameKeyOf } from '../domain/category.ts'
import type { CategoryRef } from '../domain/product.ts'
import { gather, listing } from './listing-store.ts'
import { CHANGED } from './shop-pages.ts'

const TREE_LOCK = 727_101

/**
 * The tree of categories. Whoever writes products or categories takes the tree's lock first: shared to file
 * products in it, alone to change its shape, so that no product is filed by a path about to change.
 */
export function categoryStore(sql: Queryable) {
  const columns = sql`id, version, slug, name, parent_id as "parentId", position, path`
  return {
    holdTree: async (): Promise<void> => void (await sql`select pg_advisory_xact_lock_shared(${TREE_LOCK})`),
    lockTree: async (): Promise<void> => void (await sql`select pg_advisory_xact_lock(${TREE_LOCK})`),

    async findCategory(id: string): Promise<Category | undefined> {
      const [row] = await sql<Category[]>`select ${columns} from category where id = ${id}`
      return row
    },

    async findCategoryId(idOrSlug: string): Promise<string | undefined> {
      const [row] = await sql<{ id: string }[]>`
        select id from category where ${idOrSlug.startsWith('cat_') ? sql`id` : sql`slug`} = ${idOrSlug}`
      return row?.id
    },

    /** In the order of the ids given; unknown ones are left out. */
    async findCategoryRefs(ids: readonly string[]): Promise<CategoryRef[]> {
      return await sql<CategoryRef[]>`
        select c.id, c.slug, c.name from unnest(${ids as string[]}::text[]) with ordinality as g(id, place)
        join category c using (id) order by place`
    },

    /** Each of these categories with those above it, the root first. */
    async findBranches(ids: readonly string[]): Promise<Map<string, CategoryRef[]>> {
      const rows = await sql<{ id: string; branch: CategoryRef[] }[]>`
        select c.id, json_agg(json_build_object('id', a.id, 'slug', a.slug, 'name', a.name) order by place) as branch
        from category c cross join unnest(c.path) with ordinality as p(id, place) join category a on a.id = p.id
        where c.id = any(${ids as string[]}) group by c.id`
      return new Map(rows.map(({ id, branch }) => [id, branch]))
    },

    /** Right below a category, in order. */
    async listChildren(id: string): Promise<CategoryRef[]> {
      return await sql<CategoryRef[]>`
        select id, slug, name from category where parent_id = ${id} order by position, name`
    },

    listCategories: async (): Promise<Category[]> => [
      ...(await sql<Category[]>`select ${columns} from category order by position, name`),
    ],

    async listCategoriesAfter(after: string, limit: number): Promise<Category[]> {
      return await sql<Category[]>`
        select ${columns} from category where id > ${after} order by id limit ${limit}`
    },

    async findTakenCategorySlugs(slugs: readonly string[]): Promise<Set<string>> {
      const rows = await sql<
        { slug: string }[]
      >`select slug from category where slug = any(${slugs as string[]})`
      return new Set(rows.map(({ slug }) => slug))
    },

    /** Others in the way of a category: of the same slug anywhere, or of the same name beside it. */
    async findCategoriesNamed(one: {
      id: string
      slug: string
      parentId: string | null
      nameKey: string
    }): Promise<Category[]> {
      return await sql<Category[]>`
        select ${columns} from category where id <> ${one.id} and (
          slug = ${one.slug} or (name_key = ${one.nameKey} and parent_id is not distinct from ${one.parentId}))`
    },

    async nextPosition(parentId: string | null): Promise<number> {
      const [row] = await sql<{ next: number }[]>`
        select coalesce(max(position) + 1, 0) as next from category where parent_id is not distinct from ${parentId}`
      return row?.next ?? 0
    },

    /** Levels of a branch, the category itself included. */
    async findHeight({ id, path }: Category): Promise<number> {
      const [row] = await sql<{ deepest: number }[]>`
        select max(cardinality(path)) as deepest from category where path @> array[${id}]`
      return (row?.deepest ?? path.length) - path.length + 1
    },

    async hasChildren(id: string): Promise<boolean> {
      return (await sql`select 1 from category where parent_id = ${id} limit 1`).length > 0
    },

    async addCategories(added: readonly Category[]): Promise<void> {
      const rows = added.map((category) => ({ ...category, nameKey: nameKeyOf(category.name) }))
      await Promise.all([
        sql`
          insert into category (id, slug, name, name_key, parent_id, position, path, version)
          select id, slug, name, "nameKey", "parentId", position, path, version
          from jsonb_to_recordset(${sql.json(rows as never)}) as g(id text, slug text, name text, "nameKey" text,
            "parentId" text, position int, path text[], version int)`,
        sql`select pg_notify(${CHANGED}, ${added[0]?.id ?? ''})`,
      ])
    },

    /** Writes a category; when its path is another one, moves what is below and files its products anew. */
    async saveCategory(category: Category, before: Category): Promise<void> {
      const { id, slug, name, parentId, position, path, version } = category
      const isMoved = path.join() !== before.path.join()
      await Promise.all([
        sql`
          update category set slug = ${slug}, name = ${name}, name_key = ${nameKeyOf(name)}, parent_id = ${parentId},
            position = ${position}, version = ${version} where id = ${id}`,
        sql`
          update category set path = ${path}::text[] || path[${before.path.length + 1}:]
          where path @> array[${id}] and ${isMoved}`,
        sql`select pg_notify(${CHANGED}, ${id})`,
      ])
      if (isMoved) await refile(sql, id)
    },

    /** Products lose the category, and with it a version. */
    async removeCategory(id: string): Promise<void> {
      const filed = await sql<{ productId: string }[]>`
        delete from product_category where category_id = ${id} returning product_id as "productId"`
      const products = filed.map(({ productId }) => productId)
      await Promise.all([
        sql`update product set version = version + 1 where id = any(${products})`,
        ...listing(sql).refile(products),
        sql`delete from category where id = ${id}`,
        sql`select pg_notify(${CHANGED}, ${id})`,
      ])
      await gather(sql, products)
    },
  }
}

/** Lists the products of a branch under the categories now above it. */
async function refile(sql: Queryable, id: string): Promise<void> {
  const rows = await sql<{ productId: string }[]>`
    select distinct pc.product_id as "productId" from product_category pc
    join category c on c.id = pc.category_id where c.path @> array[${id}]`
  const products = rows.map(({ productId }) => productId)
  await Promise.all(listing(sql).refile(products))
  await gather(sql, products)
}
