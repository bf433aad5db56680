import { isDeepStrictEqual } from 'node:util'
import type { editPriceList as contract } from '@souk/contracts/catalog'
import { isRefusal, refuse } from '@souk/kit/contract'
import { toTimestamp } from '@souk/kit/runtime'
import type { Feature } from '@souk/kit/service'
import { editList, holdsOtherwise, isBackwards, nextBoundary } from '../domain/price-list.ts'
import type { CatalogStore } from '../store/catalog-store.ts'
import { openPriceList } from './open-price-list.ts'
import { TOUCH_LISTED } from './touch-listed.ts'

/** Its products are told right behind the commit, a lot at a time: there may be more than one transaction should hold. */
export const editPriceList: Feature<typeof contract, CatalogStore> = async ({ id, ...edit }, room) => {
  const before = await openPriceList(id, room)
  if (isRefusal(before)) return before
  const now = toTimestamp(room.clock.now())
  const wanted = editList(before, edit)
  if (isDeepStrictEqual(wanted, before)) return before
  if (isBackwards(wanted)) return refuse('invalid_schedule')
  const after = { ...wanted, version: before.version + 1, updatedAt: now }
  const touches = holdsOtherwise(before, after)
  await room.store.savePriceList(after, { boundaryAt: nextBoundary(after, now), touches })
  if (touches) room.wake(TOUCH_LISTED)
  return after
}
