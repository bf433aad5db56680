import type { shipTransfer as contract } from '@souk/contracts/inventory-transfers'
import type { Feature } from '@souk/kit/service'
import { ship } from '../domain/transfer.ts'
import type { InventoryStore } from '../store/inventory-store.ts'
import { moveTransfer } from './move-transfer.ts'

export const shipTransfer: Feature<typeof contract, InventoryStore> = ({ id }, room) =>
  moveTransfer(id, ship, room)
