import type { listMovements as contract } from '@souk/contracts/inventory'
import type { Query } from '@souk/kit/service'
import type { InventoryStore } from '../store/inventory-store.ts'

export const listMovements: Query<typeof contract, InventoryStore> = async (
  { sku, limit, cursor },
  { store },
) => {
  const before = Number.parseInt(cursor ?? '', 36)
  const rows = await store.listMovements(sku, {
    before: Number.isSafeInteger(before) ? before : Number.MAX_SAFE_INTEGER,
    limit: limit + 1,
  })
  const items = rows
    .slice(0, limit)
    .map(({ position: _, at, ...movement }) => ({ ...movement, at: at.toISOString() }))
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return { items, nextCursor: last ? last.position.toString(36) : null }
}
