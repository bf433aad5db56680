import type { adjustStock as contract } from '@souk/contracts/inventory'
import { refuse } from '@souk/kit/contract'
import { toTimestamp } from '@souk/kit/runtime'
import { actorOf, type Feature } from '@souk/kit/service'
import { DEFAULT_LOCATION, free } from '../domain/stock.ts'
import type { InventoryStore } from '../store/inventory-store.ts'
import { changeStock } from './change-stock.ts'
import { toLevel } from './show-stock.ts'

export const adjustStock: Feature<typeof contract, InventoryStore> = async (input, room) => {
  const { sku, delta, reason, location = DEFAULT_LOCATION } = input
  const [item] = await room.store.lockItems([sku])
  if (!item) return refuse('not_found', { detail: `No stock is kept of ${sku}.` })
  const level = item.levels.find((one) => one.location === location)
  if (!level) return refuse('unknown_location', { detail: `${sku} is not kept at ${location}.` })
  if (delta === 0) return toLevel(item)
  if (delta < 0 && (level.onHand + delta < 0 || (item.policy === 'deny' && free(level) + delta < 0))) {
    const detail = `Only ${Math.max(0, free(level))} of ${sku} are neither promised nor sold.`
    return refuse('insufficient_stock', {
      detail,
      errors: [{ path: 'delta', code: 'insufficient_stock', message: detail }],
    })
  }
  const [changed] = await changeStock([item], [{ sku, location, onHand: delta }], room)
  const facts = { reference: null, actor: actorOf(room.caller), at: toTimestamp(room.clock.now()) }
  await room.store.addMovements([
    { id: room.ids.next('mov'), sku, location, kind: 'adjustment', delta, reason, ...facts },
  ])
  return toLevel(changed ?? item)
}
