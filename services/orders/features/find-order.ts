import type { Caller } from '@souk/kit/service'
import type { Order } from '../domain/order.ts'
import { opens } from '../domain/token.ts'
import type { OrdersStore } from '../store/orders-store.ts'

/** The order, if this caller may see it: its customer, or whoever holds its token. To everybody else it is not there. */
export async function findOrder(
  { id, token }: { id: string; token?: string | undefined },
  { store, caller }: { store: OrdersStore; caller: Caller },
): Promise<Order | undefined> {
  const order = await store.find(id)
  return order && mayOpen(order, { token, caller, secret: store.tokenSecret }) ? order : undefined
}

export interface Key {
  token: string | undefined
  caller: Caller
  secret: string
}

const mayOpen = (order: Order, { token, caller, secret }: Key): boolean =>
  (caller.kind === 'customer' && order.customerId === caller.id) || opens(token, order.id, secret)
