import type { showTransfer as contract } from '@souk/contracts/inventory-transfers'
import { refuse } from '@souk/kit/contract'
import type { Query } from '@souk/kit/service'
import type { InventoryStore } from '../store/inventory-store.ts'
import { shown } from './move-transfer.ts'

export const showTransfer: Query<typeof contract, InventoryStore> = async ({ id }, { store }) => {
  const transfer = await store.findTransfer(id)
  return transfer ? shown(transfer) : refuse('not_found')
}
