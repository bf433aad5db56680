import type { showStock as contract } from '@souk/contracts/inventory'
import { refuse } from '@souk/kit/contract'
import type { Query } from '@souk/kit/service'
import { available, free, type Item } from '../domain/stock.ts'
import type { InventoryStore } from '../store/inventory-store.ts'

export const showStock: Query<typeof contract, InventoryStore> = async ({ sku }, { store }) => {
  const [item] = await store.findItems([sku])
  return item ? toLevel(item) : refuse('not_found', { detail: `No stock is kept of ${sku}.` })
}

/** An item as staff see it: sums, then each location. */
export function toLevel(item: Item) {
  const total = (of: (level: Item['levels'][number]) => number) =>
    item.levels.reduce((sum, level) => sum + of(level), 0)
  return {
    sku: item.sku,
    policy: item.policy,
    lowStockThreshold: item.lowStockThreshold,
    onHand: total(({ onHand }) => onHand),
    reserved: total(({ reserved }) => reserved),
    available: available(item),
    incoming: total(({ incoming }) => incoming),
    availability: item.availability,
    version: item.version,
    locations: item.levels.map((level) => ({ ...level, available: free(level) })),
  }
}
