import type { Payment, Refund } from '@souk/contracts/payments'
import type { Shipment, shipmentFailed } from '@souk/contracts/shipping'
import { isRefusal } from '@souk/kit/contract'
import type { EventRoom } from '@souk/kit/service'
import type { z } from 'zod'
import { noteShipment } from '../domain/fulfil.ts'
import { notePayment, noteRefund } from '../domain/note-payment.ts'
import { changed } from '../domain/order.ts'
import { checkout } from '../sagas/checkout.ts'
import { furtherPayment } from '../sagas/further-payment.ts'
import type { OrdersStore } from '../store/orders-store.ts'
import { changeWithin } from './change-order.ts'
import { settleIfOverpaid } from './settle-if-overpaid.ts'

/** A payment moved: the order shows it, and whoever waits for it is told to look. */
export async function hearPayment(
  { orderId, payment }: { orderId: string; payment: Payment },
  room: EventRoom<OrdersStore>,
) {
  const order = await changeWithin(orderId, room, (known, act) => notePayment(known, payment, act))
  if (isRefusal(order)) return
  if (order.status === 'pending') await room.sagas.signal(checkout, orderId)
  const open = order.attempts?.find(({ state }) => state === 'open')
  if (open) await room.sagas.signal(furtherPayment, `${orderId} ${open.number}`)
  await settleIfOverpaid(order, room)
}

interface Refunded {
  orderId: string
  payment: Payment
  refund: Refund
}

export async function hearRefund({ orderId, payment, refund }: Refunded, room: EventRoom<OrdersStore>) {
  await changeWithin(orderId, room, (order, act) => noteRefund(notePayment(order, payment, act), refund, act))
}

/** A carrier could not hand a parcel over: the timeline says so, and what to do is for people. */
export async function hearFailedShipment(
  { orderId, carrier, trackingNumber, progress }: z.output<typeof shipmentFailed.data>,
  room: EventRoom<OrdersStore>,
) {
  const type = progress === 'returned' ? 'returned_to_sender' : 'delivery_failed'
  await changeWithin(orderId, room, (order, act) =>
    changed(order, {}, { ...act, type, detail: `${carrier} ${trackingNumber}` }),
  )
}

export async function hearShipment(
  { orderId, shipment }: { orderId: string; shipment: Shipment },
  room: EventRoom<OrdersStore>,
) {
  await room.store.addParcel(shipment.id, orderId)
  await changeWithin(orderId, room, (order, act) => noteShipment(order, shipment, act))
}
