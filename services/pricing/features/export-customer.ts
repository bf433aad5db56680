import type { exportFromPricing as contract } from '@souk/contracts/export'
import type { Query } from '@souk/kit/service'
import type { PricingStore } from '../store/pricing-store.ts'

export const exportCustomer: Query<typeof contract, PricingStore> = async ({ customerId }, { store }) => ({
  parts: { redemptions: await store.redemptionsOf(customerId) },
})
