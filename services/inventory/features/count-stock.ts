import type { countStock as contract } from '@souk/contracts/inventory'
import { isRefusal, refuse } from '@souk/kit/contract'
import { toTimestamp } from '@souk/kit/runtime'
import { actorOf, type Feature } from '@souk/kit/service'
import type { InventoryStore } from '../store/inventory-store.ts'
import { lockShelf } from './lock-shelf.ts'
import { moveStock } from './move-stock.ts'
import { toLevel } from './show-stock.ts'

export const countStock: Feature<typeof contract, InventoryStore> = async (input, room) => {
  const { sku, onHand, expectedOnHand } = input
  const found = await lockShelf(input, room)
  if (isRefusal(found)) return found
  const { item, level } = found
  if (level.onHand !== expectedOnHand) {
    return refuse('stock_changed', {
      detail: `There are ${level.onHand} now, not ${expectedOnHand}: count again.`,
    })
  }
  if (item.policy === 'deny' && onHand < level.reserved && onHand < level.onHand) {
    return refuse('insufficient_stock', { detail: `${level.reserved} of ${sku} are promised to orders.` })
  }
  const delta = onHand - level.onHand
  if (delta === 0) return toLevel(item)
  const { location } = level
  const at = toTimestamp(room.clock.now())
  const occasion = { kind: 'count' as const, reason: 'counted', actor: actorOf(room.caller), at }
  const [changed] = await moveStock([item], { moves: [{ sku, location, delta }], occasion }, room)
  return toLevel(changed ?? item)
}
