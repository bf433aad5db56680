import type { listOrders as all, listMyOrders as mine } from '@souk/contracts/orders'
import { refuse } from '@souk/kit/contract'
import type { Query } from '@souk/kit/service'
import { viewOf } from '../domain/view.ts'
import type { OrderFilter, OrdersStore } from '../store/orders-store.ts'

export const listMyOrders: Query<typeof mine, OrdersStore> = async ({ limit, cursor }, { store, caller }) => {
  if (caller.kind !== 'customer') return refuse('unauthenticated')
  return await pageOf(store, { customerId: caller.id, onlyReal: true }, { limit, cursor })
}

export const listOrders: Query<typeof all, OrdersStore> = async ({ limit, cursor, ...filter }, { store }) =>
  await pageOf(store, filter, { limit, cursor })

/** Ids are time-ordered, so the last one shown is the cursor. */
async function pageOf(
  store: OrdersStore,
  filter: OrderFilter,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
) {
  const found = await store.list(filter, { before: cursor, limit: limit + 1 })
  const items = found.slice(0, limit)
  return { items: items.map(viewOf), nextCursor: found.length > limit ? (items.at(-1)?.id ?? null) : null }
}
