import type { Shipment } from '@souk/contracts/shipping'
import { type Refusal, refuse } from '@souk/kit/contract'
import { type Act, changed, type Order } from './order.ts'
import { keptUnits, together } from './refund-lines.ts'
import { paymentStatusOf, statusOf } from './statuses.ts'

/** The lines of a parcel with their SKUs, if that much is left to send. */
export function parcelLines(
  order: Order,
  asked: readonly { lineId: string; quantity: number }[],
): Shipment['lines'] | Refusal<'fulfilment_exceeds_ordered' | 'order_not_fulfillable'> {
  if (order.status !== 'confirmed' && order.status !== 'processing') {
    return refuse('order_not_fulfillable', { detail: `The order is ${order.status}.` })
  }
  const lines: Shipment['lines'] = []
  for (const { lineId, quantity } of together(asked)) {
    const line = order.lines.find(({ id }) => id === lineId)
    const left = line ? keptUnits(order, line) - packedUnits(order, lineId) : 0
    if (!line || quantity > left) {
      const message = `Of line ${lineId} only ${left} are left to send.`
      return refuse('fulfilment_exceeds_ordered', {
        detail: message,
        errors: [{ path: 'lines', code: 'too_many', message, lineId, left }],
      })
    }
    lines.push({ lineId, sku: line.sku, quantity })
  }
  return lines
}

export const packedUnits = ({ fulfilments }: Order, lineId: string): number =>
  fulfilments
    .filter(({ status }) => status !== 'cancelled')
    .flatMap(({ lines }) => lines)
    .filter((line) => line.lineId === lineId)
    .reduce((sum, { quantity }) => sum + quantity, 0)

/** Whether something of it has shipped, or was told to. */
export const hasLeft = ({ fulfilments, leaving = [] }: Order): boolean =>
  fulfilments.some(({ id, status }) => status === 'shipped' || status === 'delivered' || leaving.includes(id))

/** A parcel is to leave: decided on the order, where a cancellation is, so that one of both is first. */
export function letLeave(order: Order, id: string): Order | Refusal<'wrong_status'> {
  if (order.status === 'cancelled') return refuse('wrong_status', { detail: 'The order is cancelled.' })
  if (order.status === 'on_hold')
    return refuse('wrong_status', { detail: 'The order is on hold: release it first.' })
  if (order.leaving?.includes(id)) return order
  if (paymentStatusOf(order) === 'voided' && !hasLeft(order))
    return refuse('wrong_status', { detail: 'Its money is not held any more: cancel the order.' })
  return { ...order, leaving: [...(order.leaving ?? []), id], version: order.version + 1 }
}

/** It did not leave after all. */
export function keepBack(order: Order, id: string): Order {
  const leaving = order.leaving?.filter((one) => one !== id) ?? []
  return { ...order, leaving, version: order.version + 1 }
}

const RANK: Record<Shipment['status'], number> = { pending: 0, shipped: 1, delivered: 2, cancelled: 3 }
const ENTRY: Record<Shipment['status'], string> = {
  pending: 'fulfilment_created',
  shipped: 'shipped',
  delivered: 'delivered',
  cancelled: 'fulfilment_cancelled',
}

/** Keeps a parcel's newest state; what is older than what is known changes nothing. */
export function noteShipment(order: Order, shipment: Shipment, act: Act): Order {
  const before = order.fulfilments.find(({ id }) => id === shipment.id)
  if (before && RANK[before.status] >= RANK[shipment.status]) return order
  const fulfilments = before
    ? order.fulfilments.map((one) => (one.id === shipment.id ? shipment : one))
    : [...order.fulfilments, shipment]
  const next = { ...order, fulfilments }
  const detail = [shipment.carrier, shipment.trackingNumber].filter(Boolean).join(' ')
  return changed(
    order,
    { fulfilments, status: statusOf(next) },
    { ...act, type: ENTRY[shipment.status], detail },
  )
}
