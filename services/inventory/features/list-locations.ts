import type { listLocations as contract } from '@souk/contracts/inventory-locations'
import type { Query } from '@souk/kit/service'
import type { InventoryStore } from '../store/inventory-store.ts'

export const listLocations: Query<typeof contract, InventoryStore> = async ({ limit, cursor }, { store }) => {
  const rows = await store.listLocations(cursor ?? '', limit + 1)
  const items = rows.slice(0, limit)
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.location ?? null) : null }
}
