import type { addTaxRate as contract } from '@souk/contracts/pricing'
import { refuse } from '@souk/kit/contract'
import type { Feature } from '@souk/kit/service'
import { toMillionths } from '../domain/percent.ts'
import type { PricingStore } from '../store/pricing-store.ts'
import type { RulesCache } from '../store/rules-cache.ts'
import { shown } from './list-tax-rates.ts'

export const addTaxRate =
  (rules: RulesCache): Feature<typeof contract, PricingStore> =>
  async ({ region = null, rate, ...given }, { store, ids, afterCommit }) => {
    const added = { ...given, id: ids.next('tax'), region, rate: toMillionths(rate), version: 1 }
    if (!(await store.save(added))) return taken()
    afterCommit(rules.drop)
    return shown(added)
  }

export const taken = () =>
  refuse('tax_rate_exists', { detail: 'Another rate has this country, region, class and priority.' })
