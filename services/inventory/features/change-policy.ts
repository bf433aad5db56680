import type { changePolicy as contract } from '@souk/contracts/inventory'
import { type Input, refuse } from '@souk/kit/contract'
import type { Feature } from '@souk/kit/service'
import { apply, type Item } from '../domain/stock.ts'
import type { InventoryStore } from '../store/inventory-store.ts'
import { saveItems } from './change-stock.ts'
import { tellBundles } from './refresh-bundles.ts'
import { toLevel } from './show-stock.ts'

/** What was promised stays promised; the next order is decided by the new policy. */
export const changePolicy: Feature<typeof contract, InventoryStore> = async (input, room) => {
  const items = await room.store.lockItems([input.sku])
  const item = items.find((one) => one.sku === input.sku)
  if (!item) return refuse('not_found', { detail: `No stock is kept of ${input.sku}.` })
  const next = withPolicy(item, input)
  if (next.policy === 'preorder' && next.expectedAt === null)
    return refuse('expected_at_required', { detail: 'Say with `expectedAt` when preordered goods come.' })
  await room.store.savePolicy(next)
  if (item.components) {
    const [bundle = next] = await tellBundles([next, ...items.filter((one) => one !== item)], room)
    return toLevel(bundle, items)
  }
  const isNewDate = next.availability === 'backorder' && next.expectedAt !== item.expectedAt
  const [changed = next] = apply([next], [])
  const after = { ...changed, version: isNewDate ? item.version + 1 : changed.version }
  await saveItems({ before: [item], after: [after], changes: [] }, room)
  return toLevel(after)
}

/** What is left out stays as it is. */
function withPolicy(item: Item, given: Input<typeof contract>): Item {
  const {
    policy = item.policy,
    lowStockThreshold = item.lowStockThreshold,
    backorderLimit = item.backorderLimit,
    expectedAt = item.expectedAt,
  } = given
  return { ...item, policy, lowStockThreshold, backorderLimit, expectedAt }
}
