import { isStale, type Refusal, refuse } from '@souk/kit/contract'
import type { FeatureRoom } from '@souk/kit/service'
import type { Category } from '../domain/category.ts'
import type { CatalogStore } from '../store/catalog-store.ts'

/** The category, and the tree to itself until the commit, if it still is as whoever edits it saw it. */
export async function openCategory(
  id: string,
  { store, ifMatch }: FeatureRoom<CatalogStore>,
): Promise<Category | Refusal<'not_found' | 'version_conflict'>> {
  const [, category] = await Promise.all([store.lockTree(), store.findCategory(id)])
  if (!category) return refuse('not_found', { detail: 'There is no such category.' })
  if (isStale(ifMatch, category.version))
    return refuse('version_conflict', { detail: `The category is at version ${category.version} now.` })
  return category
}
