import { type Refusal, refuse } from '@souk/kit/contract'
import { hasLeft } from './fulfil.ts'
import { type Act, changed, type Order } from './order.ts'

export interface Cancellation {
  order: Order
  /** A checkout that still runs is asked to undo itself; a confirmed order is cancelled here. */
  how: 'asked-checkout' | 'cancelled' | 'already'
}

/** Only while nothing has left the house; after that it is a return. */
export function cancel(
  order: Order,
  reason: string,
  act: Act,
): Cancellation | Refusal<'order_not_cancellable'> {
  if (order.status === 'cancelled') return { order, how: 'already' }
  if (order.status === 'pending') {
    return { order: { ...order, isCancelRequested: true, version: order.version + 1 }, how: 'asked-checkout' }
  }
  if (hasLeft(order))
    return refuse('order_not_cancellable', {
      detail: 'Something of it has shipped: ask for a return instead.',
    })
  if (order.status === 'completed')
    return refuse('order_not_cancellable', { detail: 'The order is completed.' })
  return { order: cancelled(order, reason, act), how: 'cancelled' }
}

/** Parcels not yet shipped are not sent any more. */
export function cancelled(order: Order, reason: string, act: Act): Order {
  const fulfilments = order.fulfilments.map((parcel) =>
    parcel.status === 'pending' ? { ...parcel, status: 'cancelled' as const } : parcel,
  )
  return changed(
    order,
    { status: 'cancelled', cancelReason: reason, fulfilments },
    { ...act, type: 'cancelled', detail: reason },
  )
}
