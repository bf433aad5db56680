import type { Shipment } from '@souk/contracts/shipping'
import type { EventRoom } from '@souk/kit/service'
import { type Allocation, demand } from '../domain/reserve.ts'
import type { InventoryStore } from '../store/inventory-store.ts'
import { changeStock } from './change-stock.ts'

interface Shipped {
  orderId: string
  shipment: Shipment
  at: string
}

/** What left the house is no longer on hand, nor promised. */
export async function shipStock(
  { orderId, shipment, at }: Shipped,
  room: EventRoom<InventoryStore>,
): Promise<void> {
  const { store, ids } = room
  await store.lockReservation(orderId)
  const taken = take(await store.findUnshipped(orderId), demand(shipment.lines))
  const items = await store.lockItems([...new Set(taken.map(({ sku }) => sku))])
  const changes = taken.map(({ sku, location, quantity }) => ({
    sku,
    location,
    onHand: -quantity,
    reserved: -quantity,
  }))
  await changeStock(items, changes, room)
  await store.markShipped(orderId, taken)
  await store.addMovements(
    taken.map(({ sku, location, quantity }) => ({
      id: ids.next('mov'),
      sku,
      location,
      kind: 'sale' as const,
      delta: -quantity,
      reason: `shipped in ${shipment.id}`,
      reference: orderId,
      actor: 'service:shipping',
      at,
    })),
  )
}

/** Which shelves the shipped units come from: where they were promised. */
function take(unshipped: readonly Allocation[], wanted: readonly [string, number][]): Allocation[] {
  return wanted.flatMap(([sku, quantity]) => {
    let missing = quantity
    const taken = unshipped
      .filter((one) => one.sku === sku)
      .map((one) => {
        const portion = Math.min(missing, one.quantity)
        missing -= portion
        return { ...one, quantity: portion }
      })
    if (missing > 0) throw new Error(`${missing} of ${sku} were shipped beyond what was promised`)
    return taken.filter((one) => one.quantity > 0)
  })
}
