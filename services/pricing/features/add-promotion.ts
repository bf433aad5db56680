import type { addPromotion as contract } from '@souk/contracts/promotions'
import type { Kept } from '@souk/kit/runtime'
import type { Feature } from '@souk/kit/service'
import type { Rules } from '../domain/rules.ts'
import type { PricingStore } from '../store/pricing-store.ts'

export const addPromotion =
  (rules: Kept<Rules>): Feature<typeof contract, PricingStore> =>
  async (given, { store, ids, afterCommit }) => {
    const added = { ...given, id: ids.next('promo'), version: 1 }
    await store.savePromotion(added)
    await store.limitPromotion(added)
    afterCommit(rules.drop)
    return added
  }
