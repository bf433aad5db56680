import type { Order as OrderView } from '@souk/contracts/orders'
import { orderCompleted } from '@souk/contracts/orders'
import { isRefusal, type Refusal, refuse } from '@souk/kit/contract'
import type { FeatureRoom, ProcessRoom } from '@souk/kit/service'
import type { Act, Order } from '../domain/order.ts'
import { factsOf, viewOf } from '../domain/view.ts'
import type { OrdersStore } from '../store/orders-store.ts'
import { actIn } from './act.ts'
import { tokenFor } from './order-token.ts'

type Change<Code extends string> = (order: Order, act: Act) => Order | Refusal<Code>

/** One change of one order in a transaction of its own; answers the order as people see it. */
export async function changeOrder<Code extends string>(
  id: string,
  room: Pick<ProcessRoom<OrdersStore>, 'transaction'>,
  change: Change<Code>,
): Promise<OrderView | Refusal<Code | 'not_found'>> {
  const made = await room.transaction(async (inside) => await changeWithin(id, inside, change))
  return isRefusal(made) ? made : viewOf(made)
}

/** The same within a transaction somebody else began. */
export async function changeWithin<Code extends string>(
  id: string,
  room: FeatureRoom<OrdersStore>,
  change: Change<Code>,
): Promise<Order | Refusal<Code | 'not_found'>> {
  const order = await room.store.lock(id)
  if (!order) return refuse('not_found')
  const act = actIn(room)
  const made = change(order, act)
  if (isRefusal(made)) return made as Refusal<Code>
  if (made.version === order.version) return made
  const isFirst = made.status === 'completed' && order.status !== 'completed' && !made.wasCompleted
  const kept = isFirst ? { ...made, wasCompleted: true } : made
  await room.store.save(kept)
  if (isFirst) {
    room.publish(orderCompleted(factsOf(made, { token: tokenFor(id, room), at: act.at })))
  }
  return kept
}
