import type { addShippingZone as contract } from '@souk/contracts/shipping'
import { answer, isRefusal, refuse } from '@souk/kit/contract'
import type { Kept } from '@souk/kit/runtime'
import type { Feature } from '@souk/kit/service'
import type { RateCard } from '../domain/rate-card.ts'
import type { ShippingStore } from '../store/shipping-store.ts'
import { saveZone } from './save-zone.ts'

export const addShippingZone =
  (card: Kept<RateCard>): Feature<typeof contract, ShippingStore> =>
  async (input, { store, afterCommit }) => {
    await store.lockCard()
    if (await store.findZone(input.id))
      return refuse('shipping_zone_exists', { detail: `The id ${input.id} is taken.` })
    const zone = await saveZone({ ...input, version: 1 }, { store })
    if (isRefusal(zone)) return zone
    afterCommit(card.drop)
    return answer(201, zone)
  }
