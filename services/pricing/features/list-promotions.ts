import type { listPromotions as contract } from '@souk/contracts/promotions'
import type { Query } from '@souk/kit/service'
import type { PricingStore } from '../store/pricing-store.ts'

/** The cursor is the last promotion's id. */
export const listPromotions: Query<typeof contract, PricingStore> = async (
  { limit, cursor = '' },
  { store },
) => {
  const found = await store.listPromotions({ after: cursor, limit: limit + 1 })
  const items = found.slice(0, limit)
  return { items, nextCursor: found.length > limit ? (items.at(-1)?.id ?? null) : null }
}
