import type { changeTaxRate as contract } from '@souk/contracts/pricing'
import { refuse } from '@souk/kit/contract'
import type { Feature } from '@souk/kit/service'
import { toMillionths } from '../domain/percent.ts'
import type { PricingStore } from '../store/pricing-store.ts'
import type { RulesCache } from '../store/rules-cache.ts'
import { taken } from './add-tax-rate.ts'
import { shown } from './list-tax-rates.ts'

export const changeTaxRate =
  (rules: RulesCache): Feature<typeof contract, PricingStore> =>
  async ({ id, rate, ...given }, { store, ifMatch, afterCommit }) => {
    const before = await store.lock(id)
    if (!before) return refuse('not_found')
    if (ifMatch !== undefined && ifMatch !== '*' && ifMatch !== `"${before.version}"`)
      return refuse('version_conflict', { detail: `This rate is at version ${before.version} now.` })
    const changed = {
      ...before,
      ...onlyGiven(given),
      rate: rate === undefined ? before.rate : toMillionths(rate),
      version: before.version + 1,
    }
    if (!(await store.save(changed))) return taken()
    afterCommit(rules.drop)
    return shown(changed)
  }

/** Fields left out stay as they are; `region: null` is given and means the whole country. */
const onlyGiven = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
