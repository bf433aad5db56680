import type { PriceList } from '@souk/contracts/catalog'
import { isStale, type Refusal, refuse } from '@souk/kit/contract'
import type { FeatureRoom } from '@souk/kit/service'
import type { CatalogStore } from '../store/catalog-store.ts'

/** The price list, locked until the commit, if it still is as whoever edits it saw it. */
export async function openPriceList(
  id: string,
  { store, ifMatch }: FeatureRoom<CatalogStore>,
): Promise<PriceList | Refusal<'not_found' | 'version_conflict'>> {
  const list = await store.lockPriceList(id)
  if (!list) return noSuchList()
  if (isStale(ifMatch, list.version))
    return refuse('version_conflict', { detail: `The price list is at version ${list.version} now.` })
  return list
}

export const noSuchList = () => refuse('not_found', { detail: 'There is no such price list.' })
