import { toTimestamp } from '@souk/kit/runtime'
import type { ProcessRoom } from '@souk/kit/service'
import { KEPT_MS } from '../domain/taste.ts'
import type { RecommendationsStore } from '../store/recommendations-store.ts'

const PORTION = 1_000

/** Orders too old to tell anything go, a portion at a time, and so do the names of those who were erased. */
export const forgetOldOrders = ({ clock, transaction }: ProcessRoom<RecommendationsStore>): Promise<number> =>
  transaction(async ({ store }) => {
    await store.forgetErased()
    return await store.removeOlderThan(toTimestamp(clock.now() - KEPT_MS), PORTION)
  })
