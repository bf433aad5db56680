import type { removeShippingProfile as contract } from '@souk/contracts/shipping'
import { refuse } from '@souk/kit/contract'
import type { Kept } from '@souk/kit/runtime'
import type { Feature } from '@souk/kit/service'
import type { RateCard } from '../domain/rate-card.ts'
import { staleRefusal } from '../domain/version.ts'
import type { ShippingStore } from '../store/shipping-store.ts'

/** Catalog names these by itself. */
const NEEDED = ['standard', 'digital']

export const removeShippingProfile =
  (card: Kept<RateCard>): Feature<typeof contract, ShippingStore> =>
  async ({ id }, { store, ifMatch, afterCommit }) => {
    await store.lockCard()
    const before = await store.findProfile(id)
    if (!before) return refuse('not_found')
    const stale = staleRefusal(ifMatch, before)
    if (stale) return stale
    if (NEEDED.includes(id))
      return refuse('shipping_profile_in_use', { detail: 'Goods are of it that name no other.' })
    const option = await store.optionRated('profile', id)
    if (option)
      return refuse('shipping_profile_in_use', {
        detail: `Take its rates out of the option ${option} first.`,
      })
    await store.removeProfile(id)
    afterCommit(card.drop)
    return undefined
  }
