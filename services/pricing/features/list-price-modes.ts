import type { listPriceModes as contract } from '@souk/contracts/pricing'
import type { Query } from '@souk/kit/service'
import type { PricingStore } from '../store/pricing-store.ts'

export const listPriceModes: Query<typeof contract, PricingStore> = async (_, { store }) => ({
  items: await store.listPriceModes(),
  nextCursor: null,
})
