import { showWholeProducts } from '@souk/contracts/catalog'
import type { ProcessRoom } from '@souk/kit/service'
import { toEntry } from '../domain/entry.ts'
import type { SearchStore } from '../store/search-store.ts'
import { REBUILD } from './repeated.ts'

/** As many as the catalog is asked for at once. */
const PORTION = 50

/**
 * Asks the catalog for what is stale, a portion a turn, and indexes it. What was told of once more since it was asked for
 * stays stale; what the catalog does not have for sale is forgotten.
 */
export async function refreshEntries({ store, ask, transaction }: ProcessRoom<SearchStore>): Promise<number> {
  const stale = await store.listStale(PORTION)
  if (stale.length === 0) return 0
  const answer = await ask(showWholeProducts, { productIds: stale.map(({ productId }) => productId) })
  if (!answer.ok) throw new Error(`the catalog refused: ${answer.refusal.code}`)
  const entries = answer.body.items.map(toEntry)
  await transaction(async ({ store, wake }) => {
    const { productIds, isListed } = await store.settle(stale)
    const settled = new Set(productIds)
    const kept = entries.filter(({ productId }) => settled.has(productId))
    for (const { productId } of kept) settled.delete(productId)
    await store.index.keep(kept, [...settled])
    if (isListed) wake(REBUILD)
  })
  return stale.length
}
