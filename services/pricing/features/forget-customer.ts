import type { EventRoom } from '@souk/kit/service'
import type { PricingStore } from '../store/pricing-store.ts'

/** What was given stays counted, and nobody knows any more to whom. */
export async function forgetCustomer(
  { customerId }: { customerId: string },
  { store }: EventRoom<PricingStore>,
) {
  await store.forgetCustomer(customerId)
}
