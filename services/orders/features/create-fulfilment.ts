import type { createFulfilment as contract } from '@souk/contracts/orders'
import { createShipment } from '@souk/contracts/shipping'
import { isRefusal, type Refusal, refuse } from '@souk/kit/contract'
import type { Process } from '@souk/kit/service'
import { noteShipment, parcelLines } from '../domain/fulfil.ts'
import type { OrdersStore } from '../store/orders-store.ts'
import { changeWithin } from './change-order.ts'

/** Books the lines on the order first, so that two parcels cannot take the same unit; then opens the parcel. */
export const createFulfilment: Process<typeof contract, OrdersStore> = async (input, room) => {
  const { id, carrier, trackingNumber } = input
  const fulfilmentId = room.ids.next('ful')
  const booked = await room.transaction(async (inside) => {
    const order = await changeWithin(id, inside, (order, act) => {
      const lines = parcelLines(order, input.lines)
      if (isRefusal(lines)) return lines
      const parcel = {
        id: fulfilmentId,
        orderId: id,
        lines,
        carrier,
        trackingNumber: trackingNumber ?? null,
        trackingUrl: null,
      }
      return noteShipment(order, { ...parcel, status: 'pending' }, act)
    })
    if (!isRefusal(order)) await inside.store.addParcel(fulfilmentId, id)
    return order
  })
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

function refusedParcel({ detail }: Refusal): Refusal<'order_not_fulfillable'> {
  return refuse('order_not_fulfillable', { detail })
}
