import type { changeSafetyStock as contract } from '@souk/contracts/inventory-levels'
import { isRefusal } from '@souk/kit/contract'
import type { Feature } from '@souk/kit/service'
import { apply } from '../domain/stock.ts'
import type { InventoryStore } from '../store/inventory-store.ts'
import { saveItems } from './change-stock.ts'
import { lockShelf } from './lock-shelf.ts'
import { toLevel } from './show-stock.ts'

/** What was promised already stays promised. */
export const changeSafetyStock: Feature<typeof contract, InventoryStore> = async (input, room) => {
  const found = await lockShelf(input, room)
  if (isRefusal(found)) return found
  const { item, level } = found
  const { sku, quantity: safety } = input
  await room.store.saveSafety(sku, { location: level.location, safety })
  const levels = item.levels.map((one) => (one === level ? { ...one, safety } : one))
  const after = apply([{ ...item, levels }], [])
  await saveItems({ before: [item], after, changes: [] }, room)
  return toLevel(after[0] ?? item)
}
