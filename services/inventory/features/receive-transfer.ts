import type { receiveTransfer as contract } from '@souk/contracts/inventory-transfers'
import type { Feature } from '@souk/kit/service'
import { together } from '../domain/reserve.ts'
import { receive } from '../domain/transfer.ts'
import type { InventoryStore } from '../store/inventory-store.ts'
import { moveTransfer } from './move-transfer.ts'

export const receiveTransfer: Feature<typeof contract, InventoryStore> = ({ id, lines, isLast }, room) =>
  moveTransfer(id, (transfer) => receive(transfer, { lines: together(lines), isLast }), room)
