import type { OrderFacts } from '@souk/contracts/orders'
import type { EventRoom } from '@souk/kit/service'
import { unitsKept } from '../domain/units.ts'
import type { RecommendationsStore } from '../store/recommendations-store.ts'

/** What was bought together counts from now on, and what an edit made of it instead; an order is one row. */
export async function countOrder(
  { orderId, customerId, lines, version, at }: OrderFacts,
  { store }: EventRoom<RecommendationsStore>,
): Promise<void> {
  await store.addPurchase({ orderId, customerId, at, version, bought: unitsKept(lines) })
}
