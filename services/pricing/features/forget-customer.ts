import type { EventRoom } from '@souk/kit/service'
import type { PricingStore } from '../store/pricing-store.ts'

/** What was given stays counted, and nobody knows any more to whom. Returns the orders’ ids. */
export async function forgetCustomer(
  { customerId }: { customerId: string },
  { store }: EventRoom<PricingStore>,
) {
  return await store.forgetCustomer(customerId)
}
