import type { ProcessRoom } from '@souk/kit/service'
import type { OrdersStore } from '../store/orders-store.ts'
import type { Watchers } from './watchers.ts'

/**
 * One look for all who watch, and none when nobody does. Whichever process changed an order, it is seen here;
 * a notification with each change would make all orders' commits wait for one another.
 */
export const tellWatchers =
  (watchers: Watchers) =>
  async ({ store }: ProcessRoom<OrdersStore>): Promise<number> => {
    const ids = watchers.watched()
    if (ids.length === 0) return 0
    for (const { id, version } of await store.versionsOf(ids)) watchers.tell(id, version)
    return 0
  }
