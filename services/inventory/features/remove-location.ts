import type { removeLocation as contract } from '@souk/contracts/inventory-locations'
import { isStale, refuse } from '@souk/kit/contract'
import type { Feature } from '@souk/kit/service'
import type { InventoryStore } from '../store/inventory-store.ts'

export const removeLocation: Feature<typeof contract, InventoryStore> = async (
  { location },
  { store, ifMatch },
) => {
  const before = await store.lockLocation(location)
  if (!before) return refuse('not_found', { detail: `There is no location ${location}.` })
  if (isStale(ifMatch, before.version))
    return refuse('version_conflict', { detail: `This location is at version ${before.version} now.` })
  if (await store.removeLocation(location)) return undefined
  return refuse('location_in_use', { detail: 'Goods were kept here: close it with `isActive: false`.' })
}
