import type { removePromotion as contract } from '@souk/contracts/promotions'
import { refuse } from '@souk/kit/contract'
import type { Kept } from '@souk/kit/runtime'
import type { Feature } from '@souk/kit/service'
import type { Rules } from '../domain/rules.ts'
import type { PricingStore } from '../store/pricing-store.ts'

export const removePromotion =
  (rules: Kept<Rules>): Feature<typeof contract, PricingStore> =>
  async ({ id }, { store, afterCommit }) => {
    if (!(await store.lockPromotion(id))) return refuse('not_found')
    await store.removePromotion(id)
    afterCommit(rules.drop)
    return undefined
  }
