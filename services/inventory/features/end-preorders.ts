import { toTimestamp } from '@souk/kit/runtime'
import type { ProcessRoom } from '@souk/kit/service'
import type { InventoryStore } from '../store/inventory-store.ts'
import { changeStock } from './change-stock.ts'

/** From the day a preorder is expected only what is there is sold; what is owed stays owed. Returns how many ended. */
export async function endPreorders({
  store,
  clock,
  transaction,
}: ProcessRoom<InventoryStore>): Promise<number> {
  const now = toTimestamp(clock.now())
  const over = await store.findPreordersOver(now)
  for (const sku of over)
    await transaction(async (room) => {
      const items = await room.store.lockItems([sku])
      const item = items.find((one) => one.sku === sku)
      if (item?.policy !== 'preorder' || item.expectedAt === null || item.expectedAt > now) return
      const ended = { ...item, policy: 'deny' as const }
      await room.store.savePolicy(ended)
      await changeStock([ended], [], room)
    })
  return over.length
}
