import type { changePromotion as contract, Promotion } from '@souk/contracts/promotions'
import { isStale, refuse } from '@souk/kit/contract'
import type { Kept } from '@souk/kit/runtime'
import type { Feature } from '@souk/kit/service'
import type { Rules } from '../domain/rules.ts'
import type { PricingStore } from '../store/pricing-store.ts'

/** Fields left out stay as they are. */
export const changePromotion =
  (rules: Kept<Rules>): Feature<typeof contract, PricingStore> =>
  async ({ id, ...given }, { store, ifMatch, afterCommit }) => {
    const before = await store.lockPromotion(id)
    if (!before) return refuse('not_found')
    if (isStale(ifMatch, before.version))
      return refuse('version_conflict', { detail: `This promotion is at version ${before.version} now.` })
    const changed = { ...before, ...given, version: before.version + 1 } as Promotion
    if (!(await store.limitPromotion(changed)))
      return refuse('limit_below_used', { detail: 'Set the limit to at least what was given already.' })
    await store.savePromotion(changed)
    afterCommit(rules.drop)
    return changed
  }
