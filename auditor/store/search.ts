import type { Queryable } from '@souk/kit/database'
import type { Word } from './other-tables.ts'

// What the auditor knows of the tables of catalog and search that tell what is for sale.

/** A product as it is found: the price of its cheapest variant by currency, in minor units. */
export interface Listed {
  readonly productId: string
  readonly version: number
  readonly prices: Readonly<Record<string, number>>
}

export const listedIn = (catalog: Queryable) => catalog<Listed[]>`
  select p.id as "productId", p.version, jsonb_object_agg(l.currency, l.price) as prices
  from product p join listing l on l.product_id = p.id and l.category_id = ''
  where p.status = 'published' group by p.id, p.version`

export const indexedIn = (search: Queryable) => search<Listed[]>`
  select product_id as "productId", version, (
    select jsonb_object_agg(key, value -> 0) from jsonb_each(facts -> 'prices')) as prices
  from entry join entry_text using (slot, no)
  where slot = (select current_slot from index_state)`

export const wordsInSearch = (search: Queryable) => search<Word[]>`
  select sku, word, version from availability where sku in (
    select unnest(skus) from entry where slot = (select current_slot from index_state))`

/** What is still to be asked of the catalog. */
export const staleIn = async (search: Queryable): Promise<ReadonlySet<string>> => {
  const rows = await search<{ productId: string }[]>`select product_id as "productId" from stale`
  return new Set(rows.map(({ productId }) => productId))
}
