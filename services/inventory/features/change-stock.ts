import { availabilityChanged } from '@souk/contracts/inventory'
import type { FeatureRoom } from '@souk/kit/service'
import { apply, type Change, type Item } from '../domain/stock.ts'
import type { InventoryStore } from '../store/inventory-store.ts'

/** Writes changes of locked items and tells everybody whose word for shoppers became another. */
export async function changeStock(
  items: readonly Item[],
  changes: readonly Change[],
  { store, publish }: FeatureRoom<InventoryStore>,
): Promise<Item[]> {
  const changed = apply(items, changes)
  await store.save(changes, changed)
  changed.forEach(({ sku, availability, version }, index) => {
    if (version !== items[index]?.version) publish(availabilityChanged({ sku, availability, version }))
  })
  return changed
}
