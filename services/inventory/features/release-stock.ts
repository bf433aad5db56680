import type { releaseStock as contract } from '@souk/contracts/inventory'
import { stockReleased } from '@souk/contracts/inventory'
import { toTimestamp } from '@souk/kit/runtime'
import type { Feature, FeatureRoom } from '@souk/kit/service'
import type { InventoryStore } from '../store/inventory-store.ts'
import { changeStock } from './change-stock.ts'

export const releaseStock: Feature<typeof contract, InventoryStore> = async ({ orderId }, room) => {
  const isEarly = await room.store.addReleased(orderId, toTimestamp(room.clock.now()))
  if (isEarly) return undefined
  const reservation = await room.store.lockReservation(orderId)
  if (reservation?.state === 'held' || reservation?.state === 'committed')
    await giveBack(orderId, 'released', room)
  return undefined
}

/** What is promised and not shipped becomes free again. The reservation is locked by the caller. */
export async function giveBack(
  orderId: string,
  reason: 'released' | 'expired',
  room: FeatureRoom<InventoryStore>,
): Promise<void> {
  const { store, publish } = room
  const allocations = await store.findUnshipped(orderId)
  const items = await store.lockItems([...new Set(allocations.map(({ sku }) => sku))])
  const changes = allocations.map(({ sku, location, quantity }) => ({ sku, location, reserved: -quantity }))
  await changeStock(items, changes, room)
  await store.setReservation(orderId, reason)
  publish(
    stockReleased({ orderId, lines: allocations.map(({ sku, quantity }) => ({ sku, quantity })), reason }),
  )
}
