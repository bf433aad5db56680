import type { SkuQuantity } from '@souk/contracts/values'
import type { EventRoom } from '@souk/kit/service'
import { demand } from '../domain/reserve.ts'
import { DEFAULT_LOCATION } from '../domain/stock.ts'
import type { InventoryStore } from '../store/inventory-store.ts'
import { changeStock } from './change-stock.ts'

interface Received {
  orderId: string
  returnId: string
  restock: readonly SkuQuantity[]
  at: string
}

/** Only what was found fit to sell again comes back on the shelf. */
export async function restockReturn(
  { orderId, returnId, restock, at }: Received,
  room: EventRoom<InventoryStore>,
): Promise<void> {
  if (restock.length === 0) return
  const { store, ids } = room
  const units = demand(restock)
  const items = await store.lockItems(units.map(([sku]) => sku))
  const location = DEFAULT_LOCATION
  await changeStock(
    items,
    units.map(([sku, quantity]) => ({ sku, location, onHand: quantity })),
    room,
  )
  const facts = {
    location,
    kind: 'return' as const,
    reason: `returned in ${returnId}`,
    reference: orderId,
    actor: 'service:orders',
    at,
  }
  await store.addMovements(units.map(([sku, delta]) => ({ ...facts, id: ids.next('mov'), sku, delta })))
}
