import type { adjustStock as contract } from '@souk/contracts/inventory'
import { isRefusal, refuse } from '@souk/kit/contract'
import { toTimestamp } from '@souk/kit/runtime'
import { actorOf, type Feature } from '@souk/kit/service'
import { unpromised } from '../domain/stock.ts'
import type { InventoryStore } from '../store/inventory-store.ts'
import { lockShelf } from './lock-shelf.ts'
import { moveStock } from './move-stock.ts'
import { toLevel } from './show-stock.ts'

export const adjustStock: Feature<typeof contract, InventoryStore> = async (input, room) => {
  const { sku, delta, reason } = input
  const found = await lockShelf(input, room)
  if (isRefusal(found)) return found
  const { item, level } = found
  if (delta === 0) return toLevel(item)
  if (delta < 0 && (level.onHand + delta < 0 || (item.policy === 'deny' && unpromised(level) + delta < 0))) {
    const detail = `Only ${Math.max(0, unpromised(level))} of ${sku} are neither promised nor sold.`
    return refuse('insufficient_stock', {
      detail,
      errors: [{ path: 'delta', code: 'insufficient_stock', message: detail }],
    })
  }
  const { location } = level
  const at = toTimestamp(room.clock.now())
  const occasion = { kind: 'adjustment' as const, reason, actor: actorOf(room.caller), at }
  const [changed] = await moveStock([item], { moves: [{ sku, location, delta }], occasion }, room)
  return toLevel(changed ?? item)
}
