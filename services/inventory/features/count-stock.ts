import type { countStock as contract } from '@souk/contracts/inventory'
import { refuse } from '@souk/kit/contract'
import { toTimestamp } from '@souk/kit/runtime'
import { actorOf, type Feature } from '@souk/kit/service'
import { DEFAULT_LOCATION } from '../domain/stock.ts'
import type { InventoryStore } from '../store/inventory-store.ts'
import { changeStock } from './change-stock.ts'
import { toLevel } from './show-stock.ts'

export const countStock: Feature<typeof contract, InventoryStore> = async (input, room) => {
  const { sku, onHand, expectedOnHand, location = DEFAULT_LOCATION } = input
  const [item] = await room.store.lockItems([sku])
  if (!item) return refuse('not_found', { detail: `No stock is kept of ${sku}.` })
  const level = item.levels.find((one) => one.location === location)
  if (!level) return refuse('unknown_location', { detail: `${sku} is not kept at ${location}.` })
  if (level.onHand !== expectedOnHand) {
    return refuse('stock_changed', {
      detail: `There are ${level.onHand} now, not ${expectedOnHand}: count again.`,
    })
  }
  if (item.policy === 'deny' && onHand < level.reserved) {
    return refuse('insufficient_stock', { detail: `${level.reserved} of ${sku} are promised to orders.` })
  }
  const delta = onHand - level.onHand
  if (delta === 0) return toLevel(item)
  const [changed] = await changeStock([item], [{ sku, location, onHand: delta }], room)
  const facts = { reference: null, actor: actorOf(room.caller), at: toTimestamp(room.clock.now()) }
  await room.store.addMovements([
    { id: room.ids.next('mov'), sku, location, kind: 'count', delta, reason: 'counted', ...facts },
  ])
  return toLevel(changed ?? item)
}
