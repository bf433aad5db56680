import type { Queryable } from '@souk/kit/database'
import type { Rules } from '../domain/rules.ts'
import type { TaxRate } from '../domain/tax-rate.ts'
import { codesStore } from './codes-store.ts'
import { priceModesStore } from './price-modes-store.ts'
import { promotionsStore } from './promotions-store.ts'
import { redemptionsStore } from './redemptions-store.ts'
import { RULES_CHANGED } from './rules-changed.ts'

export type PricingStore = ReturnType<typeof pricingStore>

export function pricingStore(sql: Queryable) {
  const columns = sql`id, country, region, postal_code as "postalCode", tax_class as "taxClass", name, rate, priority, version`
  const promotions = promotionsStore(sql)
  const priceModes = priceModesStore(sql)
  return {
    ...promotions,
    ...priceModes,
    ...codesStore(sql),
    ...redemptionsStore(sql),

    async readRules(): Promise<Rules> {
      const [modes, rates, given] = await Promise.all([
        priceModes.listPriceModes(),
        sql<TaxRate[]>`select ${columns} from tax_rate`,
        promotions.allPromotions(),
      ])
      return { modes, rates: [...rates], promotions: given }
    },

    async list({ after, limit }: { after: string; limit: number }): Promise<TaxRate[]> {
      return await sql<TaxRate[]>`
        select ${columns} from tax_rate where id > ${after} order by id limit ${limit}`
    },

    async lock(id: string): Promise<TaxRate | undefined> {
      const [row] = await sql<TaxRate[]>`select ${columns} from tax_rate where id = ${id} for update`
      return row
    },

    /** Adds a rate, or replaces the one with its id; false when another one already decides the same case. */
    async save(given: TaxRate): Promise<boolean> {
      const { id, country, region, postalCode, taxClass, name, rate, priority, version } = given
      const [twin] = await sql`
        select 1 from tax_rate where country = ${country} and region is not distinct from ${region}
          and postal_code is not distinct from ${postalCode}
          and tax_class = ${taxClass} and priority = ${priority} and id <> ${id}`
      if (twin) return false
      await sql`
        insert into tax_rate (id, country, region, postal_code, tax_class, name, rate, priority, version)
        values (${id}, ${country}, ${region}, ${postalCode}, ${taxClass}, ${name}, ${rate}, ${priority}, ${version})
        on conflict (id) do update set country = excluded.country, region = excluded.region,
          postal_code = excluded.postal_code,
          tax_class = excluded.tax_class, name = excluded.name, rate = excluded.rate,
          priority = excluded.priority, version = excluded.version`
      await sql`select pg_notify(${RULES_CHANGED}, '')`
      return true
    },

    async remove(id: string): Promise<void> {
      await Promise.all([
        sql`delete from tax_rate where id = ${id}`,
        sql`select pg_notify(${RULES_CHANGED}, '')`,
      ])
    },
  }
}
