import type { listCodes as contract } from '@souk/contracts/promotions'
import { refuse } from '@souk/kit/contract'
import type { Query } from '@souk/kit/service'
import type { PricingStore } from '../store/pricing-store.ts'

/** The cursor is the last code. */
export const listCodes: Query<typeof contract, PricingStore> = async (
  { id, limit, cursor = '' },
  { store },
) => {
  if (!(await store.findPromotion(id))) return refuse('not_found')
  const found = await store.listCodes(id, { after: cursor, limit: limit + 1 })
  const items = found.slice(0, limit)
  return { items, nextCursor: found.length > limit ? (items.at(-1)?.code ?? null) : null }
}
