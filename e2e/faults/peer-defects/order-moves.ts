import type { Payment } from '@souk/contracts/payments'
import { isRefusal } from '@souk/kit/contract'
import { cancel, cancelled } from '../../../services/orders/domain/cancel.ts'
import { letLeave, noteShipment, parcelLines } from '../../../services/orders/domain/fulfil.ts'
import { notePayment } from '../../../services/orders/domain/note-payment.ts'
import { changed, type Order } from '../../../services/orders/domain/order.ts'
import { placeOrder } from '../../../services/orders/domain/place-order.ts'
import { frozen, payment } from '../../../services/orders/sagas/neighbours.ts'

const act = { at: '2026-01-05T09:00:00.000Z', actor: 'test' }
const none = { amount: 0, currency: 'EUR' }
const all = { amount: 2_490, currency: 'EUR' }

/** A checkout has just placed it: one line of two. */
export const placedOrder: Order = placeOrder(frozen('cart_1'), { id: 'ord_1', number: 'S-1', act })

/** What tells two orders apart here: not how they came to be as they are. */
export const orderState = ({
  status,
  isCancelRequested,
  payment: paid,
  fulfilments,
  leaving,
}: Order): string =>
  JSON.stringify([
    status,
    isCancelRequested,
    paid && [paid.status, paid.captured.amount, paid.refunded.amount],
    fulfilments.map((parcel) => [parcel.status, leaving?.includes(parcel.id) ?? false]),
  ])

/** Everything that may happen to an order next. */
export const orderMoves = (order: Order): Order[] =>
  [...byPayment(order), ...byCheckout(order), ...byParcels(order), ...byCancelling(order)].filter(
    (next) => next !== order,
  )

const news: Partial<Payment>[] = [
  { status: 'requires_action', authorized: none, captured: none },
  { status: 'unknown', authorized: none, captured: none },
  { status: 'failed', authorized: none, captured: none },
  { status: 'authorized', captured: none },
  { status: 'captured' },
]

/** Money that moved does not come back by itself: what was captured stays so, and may be refunded. */
function byPayment(order: Order): Order[] {
  const { payment: before } = order
  const version = (before?.version ?? 0) + 1
  const isOver = before?.status === 'failed' || before?.status === 'voided'
  const later =
    before?.status === 'captured'
      ? [{ status: 'captured' as const, refunded: all }]
      : before?.status === 'authorized'
        ? [{ status: 'captured' as const }, { status: 'voided' as const, captured: none, voided: all }]
        : isOver
          ? []
          : news
  return later.map((one) => notePayment(order, payment(order.id, { ...one, version }), act))
}

/** What the checkout's saga does while the order is pending: confirm what is paid, give up the rest. */
function byCheckout(order: Order): Order[] {
  if (order.status !== 'pending') return []
  const isPaid = order.payment?.status === 'authorized' || order.payment?.status === 'captured'
  const confirmed = changed(order, { status: 'confirmed', wasConfirmed: true }, { ...act, type: 'confirmed' })
  return [...(isPaid && !order.isCancelRequested ? [confirmed] : []), cancelled(order, 'expired', act)]
}

function byParcels(order: Order): Order[] {
  const lines = parcelLines(order, [{ lineId: order.lines[0]?.id ?? '', quantity: 1 }])
  const parcel = { carrier: 'post', trackingNumber: null, trackingUrl: null, orderId: order.id }
  const id = `ful_${order.fulfilments.length + 1}`
  const packed = isRefusal(lines)
    ? []
    : [noteShipment(order, { ...parcel, id, lines, status: 'pending' }, act)]
  const moved = order.fulfilments.flatMap((one) => {
    if (one.status === 'shipped') return [noteShipment(order, { ...one, status: 'delivered' }, act)]
    if (one.status !== 'pending') return []
    if (order.leaving?.includes(one.id)) return [noteShipment(order, { ...one, status: 'shipped' }, act)]
    const leaving = letLeave(order, one.id)
    return isRefusal(leaving) ? [] : [leaving]
  })
  return [...packed, ...moved]
}

function byCancelling(order: Order): Order[] {
  const decision = cancel(order, 'changed my mind', act)
  return isRefusal(decision) ? [] : [decision.order]
}
