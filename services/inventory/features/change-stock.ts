import { availabilityChanged, stockLow } from '@souk/contracts/inventory'
import { toTimestamp } from '@souk/kit/runtime'
import type { FeatureRoom } from '@souk/kit/service'
import { apply, available, type Change, type Item } from '../domain/stock.ts'
import type { InventoryStore } from '../store/inventory-store.ts'

type Room = FeatureRoom<InventoryStore>

/** Woken whenever what a bundle is made of changed. */
export const REFRESH_BUNDLES = 'refresh-bundles'

/** Writes changes of locked items and tells everybody whose word for shoppers became another. */
export async function changeStock(
  items: readonly Item[],
  changes: readonly Change[],
  room: Room,
): Promise<Item[]> {
  const after = apply(items, changes)
  await saveItems({ before: items, after, changes }, room)
  return after
}

interface Changed {
  before: readonly Item[]
  after: readonly Item[]
  changes: readonly Change[]
}

/** Writes items as they became. Bundles of what changed are looked at right after the commit. */
export async function saveItems({ before, after, changes }: Changed, room: Room): Promise<void> {
  const { store, wake } = room
  const components = before.filter(({ isComponent }) => isComponent).map(({ sku }) => sku)
  await Promise.all([
    store.save(changes, after),
    components.length > 0 && store.noteChangedComponents(components),
  ])
  if (components.length > 0) wake(REFRESH_BUNDLES)
  after.forEach((item, index) => {
    const was = before[index] as Item
    if (item.version !== was.version) tell(item, was, room)
  })
}

/** Staff hear of what runs low once, when it does, and again only after there was enough in between. */
function tell(item: Item, was: Item, { publish, clock }: Room): void {
  const { sku, availability, version, expectedAt, lowStockThreshold: threshold } = item
  const date = availability === 'backorder' && expectedAt !== null && { expectedAt }
  publish(availabilityChanged({ sku, availability, version, ...date }))
  if (item.components || was.availability !== 'in_stock' || availability === 'in_stock') return
  publish(stockLow({ sku, available: available(item), threshold, at: toTimestamp(clock.now()) }))
}
