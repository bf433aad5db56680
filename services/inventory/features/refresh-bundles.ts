import type { FeatureRoom, ProcessRoom } from '@souk/kit/service'
import { bundleWord } from '../domain/bundle.ts'
import type { Item } from '../domain/stock.ts'
import type { InventoryStore } from '../store/inventory-store.ts'
import { saveItems } from './change-stock.ts'

/** Tells of bundles whose components changed, apart from the orders that changed them; returns how many. */
export const refreshBundles = ({ transaction }: ProcessRoom<InventoryStore>): Promise<number> =>
  transaction(async (room) => {
    const stale = await room.store.takeStaleBundles()
    if (stale.length > 0) await tellBundles(await room.store.lockItems(stale), room)
    return stale.length
  })

/** Of the items, locked with all they are made of, the bundles get the word that is true now; returns those. */
export async function tellBundles(
  items: readonly Item[],
  room: FeatureRoom<InventoryStore>,
): Promise<Item[]> {
  const known = new Map(items.map((item) => [item.sku, item]))
  const before = items.filter(({ components }) => components)
  const after = before.map((bundle) => {
    const availability = bundleWord(bundle, known)
    const isNews = availability !== bundle.availability
    return isNews ? { ...bundle, availability, version: bundle.version + 1 } : bundle
  })
  await saveItems({ before, after, changes: [] }, room)
  return after
}
