import type { PriceMode } from '@souk/contracts/pricing'
import type { Queryable } from '@souk/kit/database'
import { RULES_CHANGED } from './rules-changed.ts'

export function priceModesStore(sql: Queryable) {
  const columns = sql`currency, tax_included as "taxIncluded", home_country as "homeCountry",
    jsonb_build_object('mode', rounding_mode, 'level', rounding_level) as rounding, version`
  return {
    async listPriceModes(): Promise<PriceMode[]> {
      return [...(await sql<PriceMode[]>`select ${columns} from price_mode order by currency`)]
    },

    async lockPriceMode(currency: string): Promise<PriceMode | undefined> {
      const [row] = await sql<PriceMode[]>`
        select ${columns} from price_mode where currency = ${currency} for update`
      return row
    },

    async savePriceMode({ currency, taxIncluded, homeCountry, rounding, version }: PriceMode): Promise<void> {
      await sql`
        insert into price_mode (currency, tax_included, home_country, rounding_mode, rounding_level, version)
        values (${currency}, ${taxIncluded}, ${homeCountry}, ${rounding.mode}, ${rounding.level}, ${version})
        on conflict (currency) do update set tax_included = excluded.tax_included,
          home_country = excluded.home_country, rounding_mode = excluded.rounding_mode,
          rounding_level = excluded.rounding_level, version = excluded.version`
      await sql`select pg_notify(${RULES_CHANGED}, '')`
    },
  }
}
