import type { Queryable } from '@souk/kit/database'

export interface Stale {
  readonly productId: string
  /** The news it became stale with. */
  readonly mark: number
}

/** Products to be asked the catalog for. */
export function staleStore(sql: Queryable) {
  const mark = (ids: ReturnType<typeof sql>) => sql`
    insert into stale (product_id, is_urgent, is_listed) select id, true, false from (${ids}) as told(id) order by id
    on conflict (product_id) do update set mark = excluded.mark, is_urgent = true`
  return {
    /** A product reads differently, unless it is indexed as it is in that version or a later one. */
    markProduct: async ({ productId, version }: { productId: string; version: number }): Promise<void> => {
      await mark(sql`
        select ${productId} where not exists (
          select from entry where product_id = ${productId} and version >= ${version}
            and slot = (select current_slot from index_state))`)
    },

    /**
     * All that is found under a category reads differently. What is being asked for just now may have been told the old
     * name and is not found yet: it is marked first, by which its answer, if it is not kept already, does not count.
     */
    async markCategory(categoryId: string): Promise<void> {
      await sql`update stale set mark = nextval('stale_mark')`
      await mark(sql`
        select product_id from entry where slot = (select current_slot from index_state)
          and facts @> ${sql.json({ categories: [{ id: categoryId }] })}`)
    },

    /** Those a rebuild has to index, after everything that events tell of. */
    markListed: async (productIds: readonly string[]): Promise<void> => {
      await sql`
        insert into stale (product_id, is_urgent, is_listed)
        select id, false, true from unnest(${productIds as string[]}::text[]) as id order by id
        on conflict (product_id) do update set mark = excluded.mark, is_listed = true`
    },

    listStale: async (limit: number): Promise<Stale[]> => [
      ...(await sql<Stale[]>`
        select product_id as "productId", mark from stale order by is_urgent desc, mark limit ${limit}`),
    ],

    /** Takes away those of which nothing new was told since; returns them, and whether a rebuild waited for any. */
    async settle(stale: readonly Stale[]): Promise<{ productIds: string[]; isListed: boolean }> {
      const rows = await sql<{ productId: string; isListed: boolean }[]>`
        delete from stale s using jsonb_to_recordset(${sql.json(stale as never)}) as g("productId" text, mark bigint)
        where s.product_id = g."productId" and s.mark = g.mark
        returning product_id as "productId", is_listed as "isListed"`
      return {
        productIds: rows.map(({ productId }) => productId),
        isListed: rows.some(({ isListed }) => isListed),
      }
    },
  }
}
