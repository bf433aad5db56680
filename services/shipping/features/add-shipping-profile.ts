import type { addShippingProfile as contract } from '@souk/contracts/shipping'
import { answer, refuse } from '@souk/kit/contract'
import type { Kept } from '@souk/kit/runtime'
import type { Feature } from '@souk/kit/service'
import type { RateCard } from '../domain/rate-card.ts'
import type { ShippingStore } from '../store/shipping-store.ts'

export const addShippingProfile =
  (card: Kept<RateCard>): Feature<typeof contract, ShippingStore> =>
  async (input, { store, afterCommit }) => {
    await store.lockCard()
    if (await store.findProfile(input.id))
      return refuse('shipping_profile_exists', { detail: `The id ${input.id} is taken.` })
    const profile = { ...input, version: 1 }
    await store.saveProfile(profile)
    afterCommit(card.drop)
    return answer(201, profile)
  }
