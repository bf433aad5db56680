import type { removeShippingOption as contract } from '@souk/contracts/shipping'
import { refuse } from '@souk/kit/contract'
import type { Feature } from '@souk/kit/service'
import { isStale } from '../domain/version.ts'
import type { RateCardCache } from '../store/rate-card-cache.ts'
import type { ShippingStore } from '../store/shipping-store.ts'

export const removeShippingOption =
  (card: RateCardCache): Feature<typeof contract, ShippingStore> =>
  async ({ id }, { store, ifMatch, afterCommit }) => {
    const before = await store.lockOption(id)
    if (!before) return refuse('not_found')
    if (isStale(ifMatch, before.version))
      return refuse('version_conflict', { detail: `This option is at version ${before.version} now.` })
    await store.removeOption(id)
    afterCommit(card.drop)
    return undefined
  }
