import { type createShipment as contract, shipmentCreated } from '@souk/contracts/shipping'
import { answer } from '@souk/kit/contract'
import { toTimestamp } from '@souk/kit/runtime'
import type { Feature } from '@souk/kit/service'
import * as tracking from '../domain/tracking.ts'
import type { ShippingStore } from '../store/shipping-store.ts'

/** A parcel asked for after its order was cancelled is opened as cancelled: nobody can ship it. */
export const createShipment: Feature<typeof contract, ShippingStore> = async (input, room) => {
  const { store, publish } = room
  const { isCancelled } = await store.lockOrder(input.orderId)
  const existing = await store.findShipment(input.id)
  if (existing) return answer(201, existing)

  const trackingNumber =
    input.trackingNumber ?? tracking.trackingNumber(room.random.bytes(tracking.TRACKING_BYTES))
  const shipment = {
    id: input.id,
    orderId: input.orderId,
    lines: input.lines,
    carrier: input.carrier,
    trackingNumber,
    trackingUrl: tracking.trackingUrl(input.carrier, trackingNumber),
    status: isCancelled ? ('cancelled' as const) : ('pending' as const),
    parcels: [],
  }
  const at = toTimestamp(room.clock.now())
  await store.addShipment(shipment, at)
  publish(shipmentCreated({ orderId: input.orderId, shipment, at }))
  return answer(201, shipment)
}
