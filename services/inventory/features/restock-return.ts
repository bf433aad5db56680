import type { SkuQuantity } from '@souk/contracts/values'
import type { EventRoom } from '@souk/kit/service'
import { unpack } from '../domain/bundle.ts'
import { together } from '../domain/reserve.ts'
import { DEFAULT_LOCATION } from '../domain/stock.ts'
import type { InventoryStore } from '../store/inventory-store.ts'
import { moveStock } from './move-stock.ts'

interface Received {
  orderId: string
  returnId: string
  receiptId?: string | undefined
  restock: readonly SkuQuantity[]
  at: string
}

/**
 * Only what was found fit to sell again comes back on the shelf, a bundle as what it was made of when it was sold,
 * and of one arrival only once.
 */
export async function restockReturn(
  { orderId, returnId, receiptId, restock, at }: Received,
  room: EventRoom<InventoryStore>,
): Promise<void> {
  if (restock.length === 0) return
  const { store } = room
  const bundles = new Map((await store.findPromisedBundles(orderId)).map((one) => [one.sku, one.components]))
  const units = together(unpack(restock, (sku) => bundles.get(sku)))
  const items = await store.lockItems(units.map(({ sku }) => sku))
  const cause = receiptId ?? returnId
  if (await store.hasMoved(cause)) return
  const moves = units.map(({ sku, quantity: delta }) => ({ sku, location: DEFAULT_LOCATION, delta }))
  const occasion = {
    kind: 'return' as const,
    reason: `returned in ${returnId}`,
    reference: orderId,
    cause,
    actor: 'service:orders',
    at,
  }
  await moveStock(items, { moves, occasion }, room)
}
