import type { Availability } from '@souk/contracts/values'
import type { Queryable } from '@souk/kit/database'
import { AVAILABILITY_CHANGED } from './shop-pages.ts'

/** What the inventory says of a SKU; `expectedAt` where goods on backorder are expected. */
export interface Word {
  readonly sku: string
  readonly availability: Availability
  readonly version: number
  readonly expectedAt?: string | null | undefined
}

export type Words = ReadonlyMap<string, Availability>

/** A copy of the inventory's words. */
export function availabilityStore(sql: Queryable) {
  return {
    /** Takes a word unless a later one is there; returns the product it is about. */
    async noteWord({ sku, availability, version, expectedAt = null }: Word): Promise<string | undefined> {
      const [row] = await sql<{ productId: string }[]>`
        with noted as (
          insert into availability (sku, word, version, expected_at)
          values (${sku}, ${availability}, ${version}, ${expectedAt})
          on conflict (sku) do update set word = excluded.word, version = excluded.version, expected_at = excluded.expected_at
            where availability.version < excluded.version
          returning sku)
        select v.product_id as "productId", pg_notify(${AVAILABILITY_CHANGED}, v.product_id)
        from noted join variant v using (sku)`
      return row?.productId
    },

    /** Keeps the words of shelves just opened, where no event was faster; returns those that hold. */
    async addWords(words: Words): Promise<Words> {
      const given = [...words].map(([sku, word]) => ({ sku, word }))
      const [, rows] = await Promise.all([
        sql`
          insert into availability (sku, word, version) select sku, word, 0
          from jsonb_to_recordset(${sql.json(given)}) as g(sku text, word text) order by sku
          on conflict (sku) do nothing`,
        sql<{ sku: string; word: Availability }[]>`
          select sku, word from availability where sku = any(${[...words.keys()]})`,
      ])
      return new Map(rows.map(({ sku, word }) => [sku, word]))
    },
  }
}
