import type { addTaxRate as contract } from '@souk/contracts/pricing'
import { refuse } from '@souk/kit/contract'
import type { Kept } from '@souk/kit/runtime'
import type { Feature } from '@souk/kit/service'
import { toMillionths } from '../domain/percent.ts'
import type { Rules } from '../domain/rules.ts'
import type { PricingStore } from '../store/pricing-store.ts'
import { shown } from './list-tax-rates.ts'

export const addTaxRate =
  (rules: Kept<Rules>): Feature<typeof contract, PricingStore> =>
  async ({ region = null, postalCode = null, rate, ...given }, { store, ids, afterCommit }) => {
    const added = { ...given, id: ids.next('tax'), region, postalCode, rate: toMillionths(rate), version: 1 }
    if (!(await store.save(added))) return taken()
    afterCommit(rules.drop)
    return shown(added)
  }

export const taken = () =>
  refuse('tax_rate_exists', {
    detail: 'Another rate has this country, region, postal code, class and priority.',
  })
