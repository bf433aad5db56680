import { isStale, type Refusal, refuse } from '@souk/kit/contract'
import type { FeatureRoom } from '@souk/kit/service'
import type { Product } from '../domain/product.ts'
import type { CatalogStore } from '../store/catalog-store.ts'

/** The product, locked until the commit, if it still is as whoever edits it saw it. */
export async function openProduct(
  id: string,
  { store, ifMatch }: FeatureRoom<CatalogStore>,
): Promise<Product | Refusal<'not_found' | 'version_conflict'>> {
  const [, product] = await Promise.all([store.holdTree(), store.lockProduct(id)])
  if (!product) return refuse('not_found', { detail: 'There is no such product.' })
  if (isStale(ifMatch, product.version))
    return refuse('version_conflict', { detail: `The product is at version ${product.version} now.` })
  return product
}
