import type { cancelTransfer as contract } from '@souk/contracts/inventory-transfers'
import type { Feature } from '@souk/kit/service'
import { cancel } from '../domain/transfer.ts'
import type { InventoryStore } from '../store/inventory-store.ts'
import { moveTransfer } from './move-transfer.ts'

export const cancelTransfer: Feature<typeof contract, InventoryStore> = ({ id }, room) =>
  moveTransfer(id, cancel, room)
