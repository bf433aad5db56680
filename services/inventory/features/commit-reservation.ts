import { stockCommitted } from '@souk/contracts/inventory'
import type { OrderFacts } from '@souk/contracts/orders'
import type { EventRoom } from '@souk/kit/service'
import { type Allocation, allocate, type Destination, type Wish } from '../domain/allocate.ts'
import { promising, reserve, together } from '../domain/reserve.ts'
import type { InventoryStore } from '../store/inventory-store.ts'
import { changeStock } from './change-stock.ts'

/**
 * A confirmed order’s promise does not run out any more; it waits for its parcel. One that was cancelled before we
 * heard of its confirmation stays released. One whose promise ran out while the news was under way is promised anew.
 */
export async function commitReservation(
  { orderId, lines, shippingAddress }: OrderFacts,
  room: EventRoom<InventoryStore>,
): Promise<void> {
  const { store, publish } = room
  const reservation = await store.lockReservation(orderId)
  if (!reservation) throw new Error(`order ${orderId} is confirmed but nothing was ever promised to it`)
  const { state } = reservation
  if (state === 'committed' || state === 'released') return
  if (state === 'expired') await promiseAnew(orderId, shippingAddress, room)
  await store.setReservation(orderId, 'committed')
  publish(stockCommitted({ orderId, lines: lines.map(({ sku, quantity }) => ({ sku, quantity })) }))
}

/**
 * What was not shipped in the meantime, that is. Throws where it is sold already: the event is parked with the reason,
 * and applied once goods are booked in.
 */
async function promiseAnew(
  orderId: string,
  destination: Destination | undefined,
  room: EventRoom<InventoryStore>,
): Promise<void> {
  const { store } = room
  const unshipped = await store.findUnshipped(orderId)
  const items = await store.lockItems(together(unshipped).map(({ sku }) => sku))
  const decision = reserve(items, { lines: unshipped })
  if (!decision.ok) {
    const missing = decision.shortfalls.map(({ sku, wanted, available }) => `${wanted - available} of ${sku}`)
    throw new Error(`order ${orderId} is confirmed, its promise ran out, and it lacks ${missing.join(', ')}`)
  }
  const allocations = allocate(items, gather(unshipped), destination)
  await store.reallocate(orderId, allocations)
  await changeStock(items, promising(allocations), room)
}

/** The units of each SKU, those of each bundle by themselves, wherever they were to come from. */
const gather = (allocations: readonly Allocation[]): Wish[] =>
  [...Map.groupBy(allocations, ({ bundle }) => bundle)].flatMap(([bundle, units]) =>
    together(units).map((unit) => ({ ...unit, bundle })),
  )
