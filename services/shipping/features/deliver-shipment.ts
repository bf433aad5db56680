import { type deliverShipment as contract, shipmentDelivered } from '@souk/contracts/shipping'
import { isRefusal, refuse } from '@souk/kit/contract'
import { toTimestamp } from '@souk/kit/runtime'
import type { Feature } from '@souk/kit/service'
import { deliver } from '../domain/shipment.ts'
import type { ShippingStore } from '../store/shipping-store.ts'

export const deliverShipment: Feature<typeof contract, ShippingStore> = async ({ id }, room) => {
  const found = await room.store.lockShipment(id)
  if (!found) return refuse('not_found')
  const move = deliver(found)
  if (isRefusal(move) || !move.changed) return isRefusal(move) ? move : move.shipment
  const { shipment } = move
  const at = toTimestamp(room.clock.now())
  await room.store.setStatus(shipment, at)
  room.publish(shipmentDelivered({ orderId: shipment.orderId, shipment, at }))
  return shipment
}
