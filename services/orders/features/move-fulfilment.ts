import type { deliverFulfilment as deliver, shipFulfilment as ship } from '@souk/contracts/orders'
import { deliverShipment, type Shipment, shipShipment } from '@souk/contracts/shipping'
import { refuse } from '@souk/kit/contract'
import type { Process, ProcessRoom } from '@souk/kit/service'
import { noteShipment } from '../domain/fulfil.ts'
import type { OrdersStore } from '../store/orders-store.ts'
import { changeOrder } from './change-order.ts'

export const shipFulfilment: Process<typeof ship, OrdersStore> = async ({ id }, room) => {
  const orderId = await room.store.orderOfParcel(id)
  const order = orderId ? await room.store.find(orderId) : undefined
  if (!order) return refuse('not_found')
  if (order.status === 'cancelled') return refuse('wrong_status', { detail: 'The order is cancelled.' })
  const shipped = await room.ask(shipShipment, { id })
  return shipped.ok ? await noted(order.id, shipped.body, room) : shipped.refusal
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
