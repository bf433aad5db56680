import { type Refusal, refuse } from '@souk/kit/contract'
import { type Act, changed, type Order } from './order.ts'
import { statusOf } from './statuses.ts'

/** Nothing leaves the house until the hold is released; what is under way already goes on. */
export function hold(order: Order, reason: string, act: Act): Order | Refusal<'order_not_holdable'> {
  if (order.status !== 'confirmed' && order.status !== 'processing')
    return refuse('order_not_holdable', { detail: `The order is ${order.status}.` })
  return changed(
    order,
    { status: 'on_hold', holdReason: reason },
    { ...act, type: 'hold_placed', detail: reason },
  )
}

/** Back to where it would be without the hold: that follows from its parcels and its money. */
export function releaseHold(
  { holdReason: _, ...order }: Order,
  reason: string | undefined,
  act: Act,
): Order | Refusal<'order_not_on_hold'> {
  if (order.status !== 'on_hold')
    return refuse('order_not_on_hold', { detail: `The order is ${order.status}.` })
  const status = statusOf({ ...order, status: 'confirmed' })
  return changed(order, { status }, { ...act, type: 'hold_released', detail: reason })
}
