import type { Members } from '@souk/contracts/catalog'
import { type Refusal, refuse } from '@souk/kit/contract'
import type { CatalogStore } from '../store/catalog-store.ts'
import { findCategories } from './find-categories.ts'

/** A refusal that names the first product or category meant by a collection that there is none of. */
export async function findStrangers(
  members: Members,
  store: CatalogStore,
): Promise<Refusal<'unknown_product' | 'unknown_category'> | undefined> {
  if (members.kind === 'manual') {
    const [unknown] = await store.findUnknownProducts(members.productIds)
    return unknown === undefined
      ? undefined
      : refuse('unknown_product', { detail: `There is no product ${unknown}.` })
  }
  const rules = members.conditions.flatMap(({ anyOf }) => anyOf)
  const meant = rules.flatMap((rule) => (rule.kind === 'category' ? rule.categoryIds : []))
  const found = await findCategories(meant, store)
  return Array.isArray(found) ? undefined : found
}
