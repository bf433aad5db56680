import type { createPriceList as contract } from '@souk/contracts/catalog'
import { answer, refuse } from '@souk/kit/contract'
import { toTimestamp } from '@souk/kit/runtime'
import type { Feature } from '@souk/kit/service'
import { editList, isBackwards, nextBoundary } from '../domain/price-list.ts'
import type { CatalogStore } from '../store/catalog-store.ts'

export const createPriceList: Feature<typeof contract, CatalogStore> = async (
  given,
  { store, ids, clock },
) => {
  const now = toTimestamp(clock.now())
  const blank = { ...given, id: ids.next('plist'), version: 1, createdAt: now, updatedAt: now }
  const list = editList(blank, given)
  if (isBackwards(list)) return refuse('invalid_schedule')
  await store.savePriceList(list, { boundaryAt: nextBoundary(list, now), touches: false })
  return answer(201, list)
}
