import type { deliverFulfilment as deliver, shipFulfilment as ship } from '@souk/contracts/orders'
import { deliverShipment, type Shipment, shipShipment } from '@souk/contracts/shipping'
import { isRefusal, refuse } from '@souk/kit/contract'
import type { Process, ProcessRoom } from '@souk/kit/service'
import { keepBack, letLeave, noteShipment } from '../domain/fulfil.ts'
import type { OrdersStore } from '../store/orders-store.ts'
import { changeOrder } from './change-order.ts'

export const shipFulfilment: Process<typeof ship, OrdersStore> = async ({ id }, room) => {
  const orderId = await room.store.orderOfParcel(id)
  if (!orderId) return refuse('not_found')
  const leaving = await changeOrder(orderId, room, (order) => letLeave(order, id))
  if (isRefusal(leaving)) return leaving
  const shipped = await room.ask(shipShipment, { id })
  if (shipped.ok) return await noted(orderId, shipped.body, room)
  await changeOrder(orderId, room, (order) => keepBack(order, id))
  return shipped.refusal
}

export const deliverFulfilment: Process<typeof deliver, OrdersStore> = async ({ id }, room) => {
  const orderId = await room.store.orderOfParcel(id)
  if (!orderId) return refuse('not_found')
  const delivered = await room.ask(deliverShipment, { id })
  return delivered.ok ? await noted(orderId, delivered.body, room) : delivered.refusal
}

/** The order shows it at once; the event says the same a moment later. */
async function noted(orderId: string, shipment: Shipment, room: ProcessRoom<OrdersStore>): Promise<Shipment> {
  await changeOrder(orderId, room, (order, act) => noteShipment(order, shipment, act))
  return shipment
}
