import { toTimestamp } from '@souk/kit/runtime'
import type { FeatureRoom, ProcessRoom } from '@souk/kit/service'
import { nextBoundary } from '../domain/price-list.ts'
import { touched } from '../domain/revise.ts'
import type { CatalogStore } from '../store/catalog-store.ts'
import { keepProducts } from './keep-products.ts'

/** The name of this work, by which it is woken. */
export const TOUCH_LISTED = 'touch-listed'

const LOT = 100

/**
 * Tells of products whose list is another way, or has started or ended: they are sold at other prices, though nothing of
 * their own changed. A lot of one list a turn, under that list’s lock, so that of several replicas one does it; returns
 * how many lists it was at.
 */
export async function touchListed({ store, clock, transaction }: ProcessRoom<CatalogStore>): Promise<number> {
  const now = toTimestamp(clock.now())
  if (!(await store.isAnyListDue(now))) return 0
  return await transaction((room) => touchLot(now, room))
}

async function touchLot(now: string, room: FeatureRoom<CatalogStore>): Promise<number> {
  const { store } = room
  const list = await store.lockDueList(now)
  if (!list) return 0
  const ids = await store.listPricedProducts(list.id, { after: list.touchAfter, limit: LOT })
  const [, products] = await Promise.all([store.holdTree(), store.lockProducts(ids)])
  // What is not for sale is told when it is; only now, behind its lock, is it known which that is.
  const sold = products.filter(({ status }) => status === 'published')
  if (sold.length > 0)
    await keepProducts(
      sold.map((before) => ({ before, after: touched(before, now) })),
      room,
    )
  const touchAfter = ids.length < LOT ? null : (ids.at(-1) ?? null)
  if (list.isRemoved && touchAfter === null) await store.removePriceList(list.id)
  else {
    const boundaryAt = list.isRemoved ? null : nextBoundary(list, now)
    await store.noteTouched({ id: list.id, touchAfter, boundaryAt })
  }
  return 1
}
