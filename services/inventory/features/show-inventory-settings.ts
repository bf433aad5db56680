import type { showInventorySettings as contract } from '@souk/contracts/inventory-locations'
import type { Query } from '@souk/kit/service'
import type { InventoryStore } from '../store/inventory-store.ts'

export const showInventorySettings: Query<typeof contract, InventoryStore> = (_input, { store }) =>
  store.findSetting()
