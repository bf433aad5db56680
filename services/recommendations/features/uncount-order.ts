import type { EventRoom } from '@souk/kit/service'
import type { RecommendationsStore } from '../store/recommendations-store.ts'

/** What came to nothing says nothing of anybody's taste. */
export async function uncountOrder(
  { orderId, at }: { orderId: string; at: string },
  { store }: EventRoom<RecommendationsStore>,
): Promise<void> {
  await store.cancelPurchase(orderId, at)
}
