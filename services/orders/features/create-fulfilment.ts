import type { createFulfilment as contract } from '@souk/contracts/orders'
import { createShipment } from '@souk/contracts/shipping'
import { type Input, isRefusal, type Refusal, refuse } from '@souk/kit/contract'
import { actorOf, type FeatureRoom, type Process } from '@souk/kit/service'
import { noteShipment, parcelLines } from '../domain/fulfil.ts'
import type { Order } from '../domain/order.ts'
import type { OrdersStore } from '../store/orders-store.ts'
import { changeWithin } from './change-order.ts'

/**
 * Books the lines on the order first, so that two parcels cannot take the same unit; then opens the parcel. The
 * same request again opens the parcel it has booked: the first may have died in between, or before its answer.
 */
export const createFulfilment: Process<typeof contract, OrdersStore> = async (input, room) => {
  const { id, carrier, trackingNumber } = input
  const request = room.idempotencyKey && `${actorOf(room.caller)} ${room.idempotencyKey}`
  const before = request && (await room.store.findParcel(id, request))
  const fulfilmentId = before || room.ids.next('ful')
  const booked = before
    ? await room.store.find(id)
    : await room.transaction((inside) => book(input, { fulfilmentId, request }, inside))
  if (!booked) return refuse('not_found')
  if (isRefusal(booked)) return booked
  const lines = booked.fulfilments.find((parcel) => parcel.id === fulfilmentId)?.lines ?? []
  const opened = await room.ask(createShipment, {
    id: fulfilmentId,
    orderId: id,
    lines: [...lines],
    carrier,
    trackingNumber,
  })
  return opened.ok ? opened.body : refusedParcel(opened.refusal)
}

async function book(
  { id, lines: asked, carrier, trackingNumber }: Input<typeof contract>,
  { fulfilmentId, request }: { fulfilmentId: string; request: string | undefined },
  inside: FeatureRoom<OrdersStore>,
): Promise<Order | Refusal<'fulfilment_exceeds_ordered' | 'not_found' | 'order_not_fulfillable'>> {
  const order = await changeWithin(id, inside, (order, act) => {
    const lines = parcelLines(order, asked)
    if (isRefusal(lines)) return lines
    const parcel = { id: fulfilmentId, orderId: id, lines, carrier, status: 'pending' as const }
    const tracking = { trackingNumber: trackingNumber ?? null, trackingUrl: null }
    return noteShipment(order, { ...parcel, ...tracking }, act)
  })
  if (!isRefusal(order)) await inside.store.addParcel(fulfilmentId, id, request)
  return order
}

function refusedParcel({ detail }: Refusal): Refusal<'order_not_fulfillable'> {
  return refuse('order_not_fulfillable', { detail })
}
