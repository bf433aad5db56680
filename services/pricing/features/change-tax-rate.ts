import type { changeTaxRate as contract } from '@souk/contracts/pricing'
import { isStale, refuse } from '@souk/kit/contract'
import type { Kept } from '@souk/kit/runtime'
import type { Feature } from '@souk/kit/service'
import { toMillionths } from '../domain/percent.ts'
import type { Rules } from '../domain/rules.ts'
import { change } from '../domain/tax-rate.ts'
import type { PricingStore } from '../store/pricing-store.ts'
import { taken } from './add-tax-rate.ts'
import { shown } from './list-tax-rates.ts'

export const changeTaxRate =
  (rules: Kept<Rules>): Feature<typeof contract, PricingStore> =>
  async ({ id, rate, ...given }, { store, ifMatch, afterCommit }) => {
    const before = await store.lock(id)
    if (!before) return refuse('not_found')
    if (isStale(ifMatch, before.version))
      return refuse('version_conflict', { detail: `This rate is at version ${before.version} now.` })
    const changed = change(before, { ...given, rate: rate === undefined ? undefined : toMillionths(rate) })
    if (!(await store.save(changed))) return taken()
    afterCommit(rules.drop)
    return shown(changed)
  }
