import { Readable } from 'node:stream'
import type { watchOrder as contract } from '@souk/contracts/orders'
import { answer, refuse } from '@souk/kit/contract'
import type { Query } from '@souk/kit/service'
import type { TimelineEntry } from '../domain/order.ts'
import type { OrdersStore } from '../store/orders-store.ts'
import { findOrder } from './find-order.ts'
import type { Watchers } from './watchers.ts'

/** Server-Sent Events (HTML standard, 9.2): the timeline so far, then each entry as it happens. */
export const watchOrder =
  (watchers: Watchers): Query<typeof contract, OrdersStore> =>
  async (input, room) => {
    const order = await findOrder(input, room)
    if (!order) return refuse('not_found')
    if (!watchers.hasPlace())
      return refuse('unavailable', { detail: 'Too many are watching; poll the order instead.' })
    const entries = async () => (await room.store.find(input.id))?.timeline ?? []
    return answer(200, Readable.from(stream(watchers, input.id, entries)), { 'x-accel-buffering': 'no' })
  }

async function* stream(watchers: Watchers, id: string, entries: () => Promise<readonly TimelineEntry[]>) {
  const watcher = watchers.watch(id)
  let told = 0
  try {
    for (;;) {
      const known = await entries()
      for (; told < known.length; told++) yield toEvent(told, known[told] as TimelineEntry)
      if ((await watcher.changed()) === 'quiet') yield ': still here\n\n'
    }
  } finally {
    watcher.leave()
  }
}

const toEvent = (index: number, entry: TimelineEntry): string =>
  `id: ${index + 1}\nevent: ${entry.type}\ndata: ${JSON.stringify(entry)}\n\n`
