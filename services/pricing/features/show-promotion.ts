import type { showPromotion as contract } from '@souk/contracts/promotions'
import { refuse } from '@souk/kit/contract'
import type { Query } from '@souk/kit/service'
import type { PricingStore } from '../store/pricing-store.ts'

export const showPromotion: Query<typeof contract, PricingStore> = async ({ id }, { store }) =>
  (await store.findPromotion(id)) ?? refuse('not_found')
