import type { listStock as contract } from '@souk/contracts/inventory-levels'
import type { Query } from '@souk/kit/service'
import type { InventoryStore } from '../store/inventory-store.ts'
import { toLevel } from './show-stock.ts'

export const listStock: Query<typeof contract, InventoryStore> = async (
  { q = '', low, limit, cursor },
  { store },
) => {
  const sought = { after: cursor ?? '', containing: q, isLow: low, limit: limit + 1 }
  const skus = await store.findSkus(sought)
  const shown = skus.slice(0, limit)
  const items = await store.findItems(shown)
  return {
    items: items.filter(({ sku }) => shown.includes(sku)).map((item) => toLevel(item, items)),
    nextCursor: skus.length > limit ? (shown.at(-1) ?? null) : null,
  }
}
