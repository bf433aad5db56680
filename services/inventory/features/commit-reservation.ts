import { stockCommitted } from '@souk/contracts/inventory'
import type { OrderFacts } from '@souk/contracts/orders'
import type { EventRoom } from '@souk/kit/service'
import type { InventoryStore } from '../store/inventory-store.ts'

/**
 * A confirmed order’s promise does not run out any more; it waits for its parcel. One that was cancelled before we
 * heard of its confirmation stays released.
 */
export async function commitReservation(
  { orderId, lines }: OrderFacts,
  { store, publish }: EventRoom<InventoryStore>,
) {
  const reservation = await store.lockReservation(orderId)
  if (reservation?.state === 'committed' || reservation?.state === 'released') return
  if (reservation?.state !== 'held')
    throw new Error(`order ${orderId} is confirmed but its stock is ${reservation?.state ?? 'unknown'}`)
  await store.setReservation(orderId, 'committed')
  publish(stockCommitted({ orderId, lines: lines.map(({ sku, quantity }) => ({ sku, quantity })) }))
}
