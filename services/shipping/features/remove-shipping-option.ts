import type { removeShippingOption as contract } from '@souk/contracts/shipping'
import { refuse } from '@souk/kit/contract'
import type { Kept } from '@souk/kit/runtime'
import type { Feature } from '@souk/kit/service'
import type { RateCard } from '../domain/rate-card.ts'
import { isStale } from '../domain/version.ts'
import type { ShippingStore } from '../store/shipping-store.ts'

export const removeShippingOption =
  (card: Kept<RateCard>): Feature<typeof contract, ShippingStore> =>
  async ({ id }, { store, ifMatch, afterCommit }) => {
    const before = await store.lockOption(id)
    if (!before) return refuse('not_found')
    if (isStale(ifMatch, before.version))
      return refuse('version_conflict', { detail: `This option is at version ${before.version} now.` })
    await store.removeOption(id)
    afterCommit(card.drop)
    return undefined
  }
