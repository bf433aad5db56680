import type { listShippingOptions as contract } from '@souk/contracts/shipping'
import type { Query } from '@souk/kit/service'
import type { ShippingStore } from '../store/shipping-store.ts'

/** The cursor is the last option's id. */
export const listShippingOptions: Query<typeof contract, ShippingStore> = async (
  { limit, cursor = '' },
  { store },
) => {
  const rows = await store.listOptions({ after: cursor, limit: limit + 1 })
  const items = rows.slice(0, limit)
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
}
