import { toTimestamp } from '@souk/kit/runtime'
import type { ProcessRoom } from '@souk/kit/service'
import { revise } from '../domain/revise.ts'
import { applyDue } from '../domain/schedule.ts'
import type { CatalogStore } from '../store/catalog-store.ts'
import { keepProducts } from './keep-products.ts'

const LOT = 100

/**
 * Puts on sale and takes off what is due, also what was while nobody looked; returns how many products changed. Each
 * is judged under its lock, so that of several replicas one does it.
 */
export async function applySchedules({
  store,
  clock,
  transaction,
}: ProcessRoom<CatalogStore>): Promise<number> {
  const now = toTimestamp(clock.now())
  const due = await store.findDue(now, LOT)
  if (due.length === 0) return 0
  return await transaction(async (room) => {
    const [, products] = await Promise.all([room.store.holdTree(), room.store.lockProducts(due)])
    const changes = products.flatMap((before) => {
      const after = revise(before, applyDue(before, now), now)
      return after === before ? [] : [{ before, after }]
    })
    if (changes.length > 0) await keepProducts(changes, room)
    return changes.length
  })
}
