import type { Attribute } from '@souk/contracts/catalog'
import { isStale, type Refusal, refuse } from '@souk/kit/contract'
import type { FeatureRoom } from '@souk/kit/service'
import type { CatalogStore } from '../store/catalog-store.ts'

/** The definition, locked until the commit, if it still is as whoever edits it saw it. */
export async function openAttribute(
  id: string,
  { store, ifMatch }: FeatureRoom<CatalogStore>,
): Promise<Attribute | Refusal<'not_found' | 'version_conflict'>> {
  const attribute = await store.lockAttribute(id)
  if (!attribute) return refuse('not_found', { detail: 'There is no such definition.' })
  if (isStale(ifMatch, attribute.version))
    return refuse('version_conflict', { detail: `The definition is at version ${attribute.version} now.` })
  return attribute
}
