import type { removeShippingOption as contract } from '@souk/contracts/shipping'
import { refuse } from '@souk/kit/contract'
import type { Kept } from '@souk/kit/runtime'
import type { Feature } from '@souk/kit/service'
import type { RateCard } from '../domain/rate-card.ts'
import { staleRefusal } from '../domain/version.ts'
import type { ShippingStore } from '../store/shipping-store.ts'

export const removeShippingOption =
  (card: Kept<RateCard>): Feature<typeof contract, ShippingStore> =>
  async ({ id }, { store, ifMatch, afterCommit }) => {
    await store.lockCard()
    const before = await store.findOption(id)
    if (!before) return refuse('not_found')
    const stale = staleRefusal(ifMatch, before)
    if (stale) return stale
    await store.removeOption(id)
    afterCommit(card.drop)
    return undefined
  }
