import type { EventRoom } from '@souk/kit/service'
import type { CartsStore } from '../store/carts-store.ts'
import type { GroupNews } from '../store/groups-store.ts'

/** A customer is in other groups: their carts are priced by them from the next look on. */
export const noteGroups = (news: GroupNews, { store }: EventRoom<CartsStore>): Promise<void> =>
  store.keepGroups(news)
