import type { SkuQuantity } from '@souk/contracts/values'
import type { EventRoom } from '@souk/kit/service'
import { demand } from '../domain/reserve.ts'
import { DEFAULT_LOCATION } from '../domain/stock.ts'
import type { InventoryStore } from '../store/inventory-store.ts'
import { moveStock } from './move-stock.ts'

interface Received {
  orderId: string
  returnId: string
  receiptId?: string | undefined
  restock: readonly SkuQuantity[]
  at: string
}

/** Only what was found fit to sell again comes back on the shelf, and of one arrival only once. */
export async function restockReturn(
  { orderId, returnId, receiptId, restock, at }: Received,
  room: EventRoom<InventoryStore>,
): Promise<void> {
  if (restock.length === 0) return
  const { store } = room
  const units = demand(restock)
  const items = await store.lockItems(units.map(([sku]) => sku))
  const cause = receiptId ?? returnId
  if (await store.hasMoved(cause)) return
  const moves = units.map(([sku, delta]) => ({ sku, location: DEFAULT_LOCATION, delta }))
  const occasion = {
    kind: 'return' as const,
    reason: `returned in ${returnId}`,
    reference: orderId,
    cause,
    actor: 'service:orders',
    at,
  }
  await moveStock(items, { moves, occasion }, room)
}
