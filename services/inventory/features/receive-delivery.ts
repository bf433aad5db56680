import type { receiveDelivery as contract } from '@souk/contracts/inventory-transfers'
import { refuse } from '@souk/kit/contract'
import { toTimestamp } from '@souk/kit/runtime'
import { actorOf, type Feature } from '@souk/kit/service'
import type { InventoryStore } from '../store/inventory-store.ts'
import { shown } from './expect-delivery.ts'
import { moveStock } from './move-stock.ts'

/** What came goes on the shelf, where it covers the oldest promises first; what will not come is not waited for. */
export const receiveDelivery: Feature<typeof contract, InventoryStore> = async (
  { id, quantity, isLast },
  room,
) => {
  const { store, clock, caller } = room
  const delivery = await store.lockDelivery(id)
  if (!delivery) return refuse('not_found')
  if (delivery.state !== 'expected')
    return refuse('wrong_status', { detail: `This delivery is ${delivery.state}.` })
  const left = delivery.quantity - delivery.received
  if (quantity > left)
    return refuse('exceeds_delivery', { detail: `Only ${left} are awaited: adjust the stock by the rest.` })
  const { sku, location } = delivery
  const items = await store.lockItems([sku])
  const incoming = isLast ? -left : -quantity
  const occasion = {
    kind: 'delivery' as const,
    reason: `delivered in ${id}`,
    reference: id,
    actor: actorOf(caller),
    at: toTimestamp(clock.now()),
  }
  await moveStock(items, { moves: [{ sku, location, delta: quantity, incoming }], occasion }, room)
  const state = quantity === left ? 'received' : isLast ? 'closed' : 'expected'
  const after = { ...delivery, received: delivery.received + quantity, state } as const
  await store.saveDelivery(after)
  return shown(after)
}
