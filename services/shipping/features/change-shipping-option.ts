import type { changeShippingOption as contract } from '@souk/contracts/shipping'
import { refuse } from '@souk/kit/contract'
import type { Kept } from '@souk/kit/runtime'
import type { Feature } from '@souk/kit/service'
import { checkRates, type RateCard } from '../domain/rate-card.ts'
import { changedBy, staleRefusal } from '../domain/version.ts'
import type { ShippingStore } from '../store/shipping-store.ts'

export const changeShippingOption =
  (card: Kept<RateCard>): Feature<typeof contract, ShippingStore> =>
  async ({ id, ...edit }, { store, ifMatch, afterCommit }) => {
    await store.lockCard()
    const before = await store.findOption(id)
    if (!before) return refuse('not_found')
    const stale = staleRefusal(ifMatch, before)
    if (stale) return stale
    const conflict = edit.rates && checkRates(edit.rates, await store.readRateCard())
    if (conflict) return conflict
    const changed = changedBy(before, edit)
    await store.saveOption(changed)
    afterCommit(card.drop)
    return changed
  }
