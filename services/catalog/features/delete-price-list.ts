import type { deletePriceList as contract } from '@souk/contracts/catalog'
import { isRefusal } from '@souk/kit/contract'
import type { Feature } from '@souk/kit/service'
import type { CatalogStore } from '../store/catalog-store.ts'
import { openPriceList } from './open-price-list.ts'
import { TOUCH_LISTED } from './touch-listed.ts'

/** It is gone for everybody who asks; its rows go when its products were told. */
export const deletePriceList: Feature<typeof contract, CatalogStore> = async ({ id }, room) => {
  const list = await openPriceList(id, room)
  if (isRefusal(list)) return list
  await room.store.retirePriceList(id)
  room.wake(TOUCH_LISTED)
  return undefined
}
