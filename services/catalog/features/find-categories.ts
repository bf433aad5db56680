import { type Refusal, refuse } from '@souk/kit/contract'
import type { CategoryRef } from '../domain/product.ts'
import type { CatalogStore } from '../store/catalog-store.ts'

/** The categories of these ids, each once, or a refusal that names the first there is none of. */
export async function findCategories(
  ids: readonly string[],
  store: CatalogStore,
): Promise<CategoryRef[] | Refusal<'unknown_category'>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return []
  const found = await store.findCategoryRefs(wanted)
  const unknown = wanted.find((id) => !found.some((category) => category.id === id))
  return unknown === undefined
    ? [...found]
    : refuse('unknown_category', { detail: `There is no category ${unknown}.` })
}
