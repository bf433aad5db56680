import type { listDeliveries as contract } from '@souk/contracts/inventory-transfers'
import type { Query } from '@souk/kit/service'
import type { InventoryStore } from '../store/inventory-store.ts'
import { shown } from './expect-delivery.ts'

export const listDeliveries: Query<typeof contract, InventoryStore> = async (
  { sku, limit, cursor },
  { store },
) => {
  const position = Number.parseInt(cursor ?? '', 36)
  const before = Number.isSafeInteger(position) ? position : Number.MAX_SAFE_INTEGER
  const rows = await store.listDeliveries(sku, { before, limit: limit + 1 })
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return { items: rows.slice(0, limit).map(shown), nextCursor: last ? last.position.toString(36) : null }
}
