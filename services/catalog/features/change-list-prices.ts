import { toTimestamp } from '@souk/kit/runtime'
import type { FeatureRoom } from '@souk/kit/service'
import type { Product } from '../domain/product.ts'
import { revise } from '../domain/revise.ts'
import type { CatalogStore } from '../store/catalog-store.ts'
import { keepProducts } from './keep-products.ts'

/**
 * Changes what lists say of products, under their locks, and tells it where they are sold otherwise now. What `change`
 * refuses is handed back.
 */
export async function changeListPrices<R>(
  productIds: readonly string[],
  change: (products: readonly Product[]) => Promise<R | undefined>,
  room: FeatureRoom<CatalogStore>,
): Promise<R | undefined> {
  const { store, clock } = room
  const [, before] = await Promise.all([store.holdTree(), store.lockProducts(productIds)])
  const refusal = await change(before)
  if (refusal !== undefined) return refusal
  const now = toTimestamp(clock.now())
  const read = new Map((await store.findProducts(productIds)).map((product) => [product.id, product]))
  const changes = before.flatMap((product) => {
    const after = revise(product, read.get(product.id) ?? product, now)
    return after === product ? [] : [{ before: product, after }]
  })
  if (changes.length > 0) await keepProducts(changes, room)
  return undefined
}
