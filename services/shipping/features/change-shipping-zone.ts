import type { changeShippingZone as contract } from '@souk/contracts/shipping'
import { isRefusal, refuse } from '@souk/kit/contract'
import type { Kept } from '@souk/kit/runtime'
import type { Feature } from '@souk/kit/service'
import type { RateCard } from '../domain/rate-card.ts'
import { changedBy, staleRefusal } from '../domain/version.ts'
import type { ShippingStore } from '../store/shipping-store.ts'
import { saveZone } from './save-zone.ts'

export const changeShippingZone =
  (card: Kept<RateCard>): Feature<typeof contract, ShippingStore> =>
  async ({ id, ...edit }, { store, ifMatch, afterCommit }) => {
    await store.lockCard()
    const before = await store.findZone(id)
    if (!before) return refuse('not_found')
    const stale = staleRefusal(ifMatch, before)
    if (stale) return stale
    const zone = await saveZone(changedBy(before, edit), { store })
    if (!isRefusal(zone)) afterCommit(card.drop)
    return zone
  }
