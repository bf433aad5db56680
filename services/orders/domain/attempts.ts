import { money } from '@souk/contracts/money'
import { type Refusal, refuse } from '@souk/kit/contract'
import type { Attempt, Order } from './order.ts'
import { dueOf } from './payments.ts'

/** Books what is due for one payment of it; the same request finds its own, and nobody else pays meanwhile. */
export function bookAttempt(
  order: Order,
  request: string,
):
  | { order: Order; attempt: Attempt }
  | Refusal<'nothing_due' | 'payment_in_progress' | 'order_being_edited'> {
  const { attempts = [] } = order
  const mine = attempts.find((one) => one.request === request)
  if (mine) return { order, attempt: mine }
  if (order.editing)
    return refuse('order_being_edited', { detail: 'The order is being edited; try again in a moment.' })
  if (attempts.some(({ state }) => state === 'open'))
    return refuse('payment_in_progress', { detail: 'Another payment of it is under way.' })
  const due = dueOf(order)
  if (due === 0) return refuse('nothing_due', { detail: 'There is nothing to pay on this order.' })
  // The first is the checkout’s, also where there was nothing to pay.
  const number = attempts.length + 2
  const attempt: Attempt = { number, amount: money(due, order.currency), request, state: 'open' }
  return { attempt, order: { ...order, attempts: [...attempts, attempt], version: order.version + 1 } }
}

/** The attempt came to something, or to nothing. */
export function closeAttempt(order: Order, number: number, state: 'paid' | 'failed'): Order {
  const { attempts = [] } = order
  if (!attempts.some((one) => one.number === number && one.state === 'open')) return order
  const closed = attempts.map((one) => (one.number === number ? { ...one, state } : one))
  return { ...order, attempts: closed, version: order.version + 1 }
}
