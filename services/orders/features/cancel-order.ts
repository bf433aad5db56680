import {
  type cancelOrder as byStaff,
  type cancelMyOrder as mine,
  orderCancelled,
} from '@souk/contracts/orders'
import { isRefusal, refuse } from '@souk/kit/contract'
import type { FeatureRoom, Process, ProcessRoom } from '@souk/kit/service'
import { cancel } from '../domain/cancel.ts'
import { factsOf, viewOf } from '../domain/view.ts'
import { cancellation } from '../sagas/cancellation.ts'
import { checkout } from '../sagas/checkout.ts'
import type { OrdersStore } from '../store/orders-store.ts'
import { actIn } from './act.ts'
import { findOrder } from './find-order.ts'
import { tokenFor } from './order-token.ts'

export const cancelMyOrder: Process<typeof mine, OrdersStore> = async ({ id, token, reason }, room) => {
  if (!(await findOrder({ id, token }, room))) return refuse('not_found')
  return await cancelAndReturn(id, reason ?? 'cancelled by the shopper', room)
}

export const cancelOrder: Process<typeof byStaff, OrdersStore> = async ({ id, reason }, room) => {
  if (!(await room.store.find(id))) return refuse('not_found')
  return await cancelAndReturn(id, reason ?? 'cancelled by the shop', room)
}

async function cancelAndReturn(id: string, reason: string, room: ProcessRoom<OrdersStore>) {
  const how = await room.transaction((inside) => cancelHere(id, reason, inside))
  if (isRefusal(how)) return how
  if (how === 'cancelled') await room.conduct(cancellation, id)
  if (how === 'asked-checkout') await room.conduct(checkout, id)
  const order = await room.store.find(id)
  if (order?.status === 'confirmed' || !order)
    return refuse('order_not_cancellable', { detail: 'It was confirmed just now; try again.' })
  return viewOf(order)
}

async function cancelHere(id: string, reason: string, room: FeatureRoom<OrdersStore>) {
  const order = await room.store.lock(id)
  if (!order) return refuse('not_found')
  const act = actIn(room)
  const decision = cancel(order, reason, act)
  if (isRefusal(decision)) return decision
  if (decision.how === 'already') return decision.how
  await room.store.save(decision.order)
  if (decision.how === 'asked-checkout') await room.sagas.signal(checkout, id)
  else {
    const facts = factsOf(decision.order, { token: tokenFor(id, room), at: act.at })
    room.publish(orderCancelled({ ...facts, reason, wasConfirmed: true }))
    await room.sagas.start(cancellation, id, { orderId: id, reason })
  }
  return decision.how
}
