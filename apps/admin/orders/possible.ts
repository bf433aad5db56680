import type { Line, Order, Return } from './order.ts'

export interface Units {
  readonly line: Line
  /** How many are left. */
  readonly left: number
}

/** Units of each line that are in no parcel yet; a cancelled parcel holds nothing. */
export function unitsToSend({ lines, fulfilments }: Pick<Order, 'lines' | 'fulfilments'>): Units[] {
  const packed = new Map<string, number>()
  for (const { status, lines: inside } of fulfilments)
    if (status !== 'cancelled')
      for (const { lineId, quantity } of inside) packed.set(lineId, (packed.get(lineId) ?? 0) + quantity)
  return lines
    .map((line) => ({ line, left: line.quantity - (packed.get(line.id) ?? 0) }))
    .filter(({ left }) => left > 0)
}

const sumOf = (order: Order, figure: 'authorized' | 'captured' | 'refunded') =>
  order.payments.reduce((sum, payment) => sum + payment[figure].amount, 0)

/** What was authorized and not taken yet, in minor units. */
export function amountToCapture(order: Order): number {
  return order.payments
    .filter(({ status }) => status === 'authorized')
    .reduce((sum, { authorized, captured }) => sum + authorized.amount - captured.amount, 0)
}

/** What could be given back, in minor units. */
export const amountToRefund = (order: Order): number => sumOf(order, 'captured') - sumOf(order, 'refunded')

const UNDER_WAY = ['confirmed', 'processing']

/** Which buttons make sense for an order as it is; the shop has the last word. */
export function possibleWith(order: Order) {
  const isUnderWay = UNDER_WAY.includes(order.status)
  const hasLeft = order.fulfilments.some(({ status }) => status === 'shipped' || status === 'delivered')
  return {
    canPack: isUnderWay && unitsToSend(order).length > 0,
    canCapture: amountToCapture(order) > 0 && order.status !== 'cancelled',
    canRefund: amountToRefund(order) > 0,
    canCancel: (isUnderWay || order.status === 'on_hold' || order.status === 'pending') && !hasLeft,
    canHold: isUnderWay,
    canRelease: order.status === 'on_hold',
  }
}

/** Units of a return that are still to come, and those that came and nobody looked at yet. */
export function stepsOf({ status, lines }: Return) {
  const toCome = lines.filter(({ isReceived, disposition }) => !isReceived && !disposition)
  const toInspect = lines.filter(({ isReceived, disposition }) => isReceived && !disposition)
  return {
    canDecide: status === 'requested',
    toReceive: status === 'approved' ? toCome : [],
    toInspect: status === 'received' || status === 'approved' ? toInspect : [],
    canClose: status === 'received' && toInspect.length === 0,
  }
}
