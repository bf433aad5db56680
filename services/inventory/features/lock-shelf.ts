import { type Refusal, refuse } from '@souk/kit/contract'
import type { FeatureRoom } from '@souk/kit/service'
import { DEFAULT_LOCATION, type Item, type Level } from '../domain/stock.ts'
import type { InventoryStore } from '../store/inventory-store.ts'

type Found = { item: Item; level: Level } | Refusal<'not_found' | 'unknown_location'>

/** The item, locked, and its shelf at a location of the shop; an empty one is opened where it had none. */
export async function lockShelf(
  { sku, location = DEFAULT_LOCATION }: { sku: string; location?: string | undefined },
  { store }: FeatureRoom<InventoryStore>,
): Promise<Found> {
  const [item] = await store.lockItems([sku])
  if (!item) return refuse('not_found', { detail: `No stock is kept of ${sku}.` })
  const level = item.levels.find((one) => one.location === location)
  if (level) return { item, level }
  if (!(await store.openShelf(sku, location))) {
    const detail = `There is no location ${location}: create it with POST /admin/v1/locations.`
    return refuse('unknown_location', { detail })
  }
  const empty = { location, onHand: 0, reserved: 0, incoming: 0 }
  return { item: { ...item, levels: [...item.levels, empty] }, level: empty }
}
