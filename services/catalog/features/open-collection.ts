import type { StaffCollection } from '@souk/contracts/catalog'
import { isStale, type Refusal, refuse } from '@souk/kit/contract'
import type { FeatureRoom } from '@souk/kit/service'
import type { CatalogStore } from '../store/catalog-store.ts'

/** The collection, and the tree to itself until the commit, if it still is as whoever edits it saw it. */
export async function openCollection(
  id: string,
  { store, ifMatch }: FeatureRoom<CatalogStore>,
): Promise<StaffCollection | Refusal<'not_found' | 'version_conflict'>> {
  const [, collection] = await Promise.all([store.lockTree(), store.findCollection(id)])
  if (!collection) return refuse('not_found', { detail: 'There is no such collection.' })
  if (isStale(ifMatch, collection.version))
    return refuse('version_conflict', { detail: `The collection is at version ${collection.version} now.` })
  return collection
}
