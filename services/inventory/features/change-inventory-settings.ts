import type { changeInventorySettings as contract } from '@souk/contracts/inventory-locations'
import { isStale, refuse } from '@souk/kit/contract'
import type { Feature } from '@souk/kit/service'
import type { InventoryStore } from '../store/inventory-store.ts'

/** The next order is decided by the new rule; what was promised stays where it is. */
export const changeInventorySettings: Feature<typeof contract, InventoryStore> = async (
  { allocation },
  { store, ifMatch },
) => {
  const { version } = await store.lockSetting()
  if (isStale(ifMatch, version))
    return refuse('version_conflict', { detail: `The settings are at version ${version} now.` })
  const changed = { allocation, version: version + 1 }
  await store.saveSetting(changed)
  return changed
}
