import type { showOrder as contract } from '@souk/contracts/orders'
import { refuse } from '@souk/kit/contract'
import type { Query } from '@souk/kit/service'
import { viewOf } from '../domain/view.ts'
import type { OrdersStore } from '../store/orders-store.ts'
import { findOrder } from './find-order.ts'

export const showOrder: Query<typeof contract, OrdersStore> = async (input, room) => {
  const order = await findOrder(input, room)
  return order ? viewOf(order) : refuse('not_found')
}
