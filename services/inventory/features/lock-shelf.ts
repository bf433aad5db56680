import { type Refusal, refuse } from '@souk/kit/contract'
import type { FeatureRoom } from '@souk/kit/service'
import { DEFAULT_LOCATION, type Item, type Level, withShelf } from '../domain/stock.ts'
import type { InventoryStore } from '../store/inventory-store.ts'

type Code = 'not_found' | 'unknown_location' | 'bundle_has_no_stock'

/** The item, locked, and its shelf at an open location of the shop; an empty one is opened where it had none. */
export async function lockShelf(
  { sku, location = DEFAULT_LOCATION }: { sku: string; location?: string | undefined },
  room: FeatureRoom<InventoryStore>,
): Promise<{ item: Item; level: Level } | Refusal<Code>> {
  const items = await room.store.lockItems([sku])
  const locked = items.find((one) => one.sku === sku)
  if (!locked) return refuse('not_found', { detail: `No stock is kept of ${sku}.` })
  const refused = refuseBundles([locked]) ?? (await openShelves([locked], location, room))
  if (refused) return refused
  const item = withShelf(locked, location)
  return { item, level: item.levels.find((one) => one.location === location) as Level }
}

/** Shelves of locked items at a location, which stays open until the transaction ends. */
export async function openShelves(
  items: readonly Item[],
  location: string,
  { store }: FeatureRoom<InventoryStore>,
): Promise<Refusal<'unknown_location'> | undefined> {
  if (!(await store.holdLocation(location))) {
    const detail = `There is no open location ${location}: GET /admin/v1/locations lists them.`
    return refuse('unknown_location', { detail })
  }
  const without = items.filter(({ levels }) => !levels.some((one) => one.location === location))
  const skus = without.map(({ sku }) => sku)
  if (skus.length > 0) await store.openShelves(skus, location)
  return undefined
}

export function refuseBundles(items: readonly Item[]): Refusal<'bundle_has_no_stock'> | undefined {
  const bundle = items.find(({ components }) => components)
  if (!bundle) return undefined
  const parts = bundle.components?.map(({ sku }) => sku).join(', ')
  return refuse('bundle_has_no_stock', { detail: `${bundle.sku} is made of ${parts}: change those.` })
}
