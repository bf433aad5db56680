import type { EventRoom } from '@souk/kit/service'
import type { RecommendationsStore } from '../store/recommendations-store.ts'

/** What they bought still counts, and is nobody's. Answers the orders that were theirs. */
export async function forgetCustomer(
  { customerId }: { customerId: string },
  { store }: EventRoom<RecommendationsStore>,
): Promise<string[]> {
  return await store.forgetCustomer(customerId)
}
