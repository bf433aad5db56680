import type { createLocation as contract } from '@souk/contracts/inventory-locations'
import { answer, refuse } from '@souk/kit/contract'
import type { Feature } from '@souk/kit/service'
import type { InventoryStore } from '../store/inventory-store.ts'

export const createLocation: Feature<typeof contract, InventoryStore> = async (location, { store }) => {
  const isNew = await store.addLocation(location)
  if (isNew) return answer(201, { ...location, isActive: true, version: 1 })
  return refuse('location_taken', { detail: `There is a location ${location.location} already.` })
}
