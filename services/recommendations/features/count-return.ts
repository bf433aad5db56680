import type { returnReceived } from '@souk/contracts/orders'
import type { EventRoom } from '@souk/kit/service'
import type { z } from 'zod'
import { unitsOf } from '../domain/units.ts'
import type { RecommendationsStore } from '../store/recommendations-store.ts'

/** What came back as good as new was not wanted. What came back broken was: its buyer only never had it whole. */
export async function countReturn(
  { orderId, restock, at }: z.output<typeof returnReceived.data>,
  { store }: EventRoom<RecommendationsStore>,
): Promise<void> {
  const units = unitsOf(restock)
  if (units.size > 0) await store.addReturn(orderId, { at, units })
}
