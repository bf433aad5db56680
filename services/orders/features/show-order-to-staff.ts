import type { showOrderToStaff as contract, showTimeline as timeline } from '@souk/contracts/orders'
import { refuse } from '@souk/kit/contract'
import type { Query } from '@souk/kit/service'
import { viewOf } from '../domain/view.ts'
import type { OrdersStore } from '../store/orders-store.ts'

export const showOrderToStaff: Query<typeof contract, OrdersStore> = async ({ id }, { store }) => {
  const order = (await store.find(id)) ?? (await store.findByNumber(id))
  return order ? viewOf(order) : refuse('not_found')
}

export const showTimeline: Query<typeof timeline, OrdersStore> = async ({ id }, { store }) => {
  const order = await store.find(id)
  return order ? { items: [...order.timeline], nextCursor: null } : refuse('not_found')
}
