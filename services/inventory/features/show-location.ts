import type { showLocation as contract } from '@souk/contracts/inventory-locations'
import { refuse } from '@souk/kit/contract'
import type { Query } from '@souk/kit/service'
import type { InventoryStore } from '../store/inventory-store.ts'

export const showLocation: Query<typeof contract, InventoryStore> = async ({ location }, { store }) =>
  (await store.findLocation(location)) ?? refuse('not_found', { detail: `There is no location ${location}.` })
