import type { listTaxRates as contract } from '@souk/contracts/pricing'
import type { Query } from '@souk/kit/service'
import { toPercent } from '../domain/percent.ts'
import type { TaxRate } from '../domain/tax-rate.ts'
import type { PricingStore } from '../store/pricing-store.ts'

/** The cursor is the last rate's id. */
export const listTaxRates: Query<typeof contract, PricingStore> = async (
  { limit, cursor = '' },
  { store },
) => {
  const rows = await store.list({ after: cursor, limit: limit + 1 })
  const items = rows.slice(0, limit).map(shown)
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
}

/** A rate as staff read it, in percent. */
export const shown = (rate: TaxRate) => ({ ...rate, rate: toPercent(rate.rate) })
