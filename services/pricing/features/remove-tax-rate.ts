import type { removeTaxRate as contract } from '@souk/contracts/pricing'
import { refuse } from '@souk/kit/contract'
import type { Feature } from '@souk/kit/service'
import type { PricingStore } from '../store/pricing-store.ts'
import type { RulesCache } from '../store/rules-cache.ts'

export const removeTaxRate =
  (rules: RulesCache): Feature<typeof contract, PricingStore> =>
  async ({ id }, { store, afterCommit }) => {
    if (!(await store.lock(id))) return refuse('not_found')
    await store.remove(id)
    afterCommit(rules.drop)
    return undefined
  }
