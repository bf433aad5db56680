import type { changePolicy as contract } from '@souk/contracts/inventory'
import { refuse } from '@souk/kit/contract'
import type { Feature } from '@souk/kit/service'
import type { InventoryStore } from '../store/inventory-store.ts'
import { changeStock } from './change-stock.ts'
import { toLevel } from './show-stock.ts'

/** What was promised stays promised; the next order is decided by the new policy. */
export const changePolicy: Feature<typeof contract, InventoryStore> = async (input, room) => {
  const [item] = await room.store.lockItems([input.sku])
  if (!item) return refuse('not_found', { detail: `No stock is kept of ${input.sku}.` })
  const { policy = item.policy, lowStockThreshold = item.lowStockThreshold } = input
  const next = { ...item, policy, lowStockThreshold }
  await room.store.savePolicy(next)
  const [changed] = await changeStock([next], [], room)
  return toLevel(changed ?? next)
}
