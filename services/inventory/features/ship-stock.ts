import type { Shipment } from '@souk/contracts/shipping'
import type { EventRoom } from '@souk/kit/service'
import { unpack } from '../domain/bundle.ts'
import { together } from '../domain/reserve.ts'
import { takePromised } from '../domain/take-promised.ts'
import type { InventoryStore } from '../store/inventory-store.ts'
import { moveStock } from './move-stock.ts'

interface Shipped {
  orderId: string
  shipment: Shipment
  at: string
}

/**
 * What left the house is no longer on hand, nor promised. A parcel that left is a fact: where backorders are owed,
 * on hand goes below nothing until the goods it came from are booked in. Had the order been cancelled meanwhile,
 * its promise is free again already and only the goods leave.
 */
export async function shipStock(
  { orderId, shipment, at }: Shipped,
  room: EventRoom<InventoryStore>,
): Promise<void> {
  const { store } = room
  const reservation = await store.lockReservation(orderId)
  if (await store.hasMoved(shipment.id)) return
  const [unshipped, promised] = await Promise.all([
    store.findUnshipped(orderId),
    store.findPromisedBundles(orderId),
  ])
  const bundles = new Map(promised.map((one) => [one.sku, one.components]))
  const taken = takePromised(
    unshipped,
    unpack(together(shipment.lines), (sku) => bundles.get(sku)),
  )
  const items = await store.lockItems([...new Set(taken.map(({ sku }) => sku))])
  const isPromised = reservation?.state === 'held' || reservation?.state === 'committed'
  const moves = taken.map(({ sku, location, quantity }) => ({
    sku,
    location,
    delta: -quantity,
    reserved: isPromised ? -quantity : 0,
  }))
  const occasion = {
    kind: 'sale' as const,
    reason: `shipped in ${shipment.id}`,
    reference: orderId,
    cause: shipment.id,
    actor: 'service:shipping',
    at,
  }
  await Promise.all([moveStock(items, { moves, occasion }, room), store.markShipped(orderId, taken)])
}
