import type { setPriceMode as contract } from '@souk/contracts/pricing'
import { isStale, refuse } from '@souk/kit/contract'
import type { Kept } from '@souk/kit/runtime'
import type { Feature } from '@souk/kit/service'
import type { Rules } from '../domain/rules.ts'
import type { PricingStore } from '../store/pricing-store.ts'

export const setPriceMode =
  (rules: Kept<Rules>): Feature<typeof contract, PricingStore> =>
  async (given, { store, ifMatch, afterCommit }) => {
    const { version = 0 } = (await store.lockPriceMode(given.currency)) ?? {}
    if (isStale(ifMatch, version))
      return refuse('version_conflict', { detail: `This is at version ${version} now.` })
    const set = { ...given, version: version + 1 }
    await store.savePriceMode(set)
    afterCommit(rules.drop)
    return set
  }
