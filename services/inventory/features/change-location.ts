import type { changeLocation as contract } from '@souk/contracts/inventory-locations'
import { isStale, refuse } from '@souk/kit/contract'
import type { Feature } from '@souk/kit/service'
import { DEFAULT_LOCATION } from '../domain/stock.ts'
import type { InventoryStore } from '../store/inventory-store.ts'

/** A location is closed once it is empty, so that nothing is left where nobody may sell or fetch it. */
export const changeLocation: Feature<typeof contract, InventoryStore> = async (
  { location, ...given },
  { store, ifMatch },
) => {
  const before = await store.lockLocation(location)
  if (!before) return refuse('not_found', { detail: `There is no location ${location}.` })
  if (isStale(ifMatch, before.version))
    return refuse('version_conflict', { detail: `This location is at version ${before.version} now.` })
  if (before.isActive && given.isActive === false) {
    if (location === DEFAULT_LOCATION)
      return refuse('location_in_use', { detail: 'New goods and returns come to this location.' })
    const sku = await store.findInUse(location)
    const way = 'transfer what is there and wait for what is under way'
    if (sku !== undefined)
      return refuse('location_in_use', { detail: `There is ${sku}, or more will come: ${way}.` })
  }
  const {
    name = before.name,
    priority = before.priority,
    address = before.address,
    isActive = before.isActive,
  } = given
  const changed = { location, name, priority, address, isActive, version: before.version + 1 }
  await store.saveLocation(changed)
  return changed
}
