import type { addShippingOption as contract } from '@souk/contracts/shipping'
import { answer, refuse } from '@souk/kit/contract'
import type { Kept } from '@souk/kit/runtime'
import type { Feature } from '@souk/kit/service'
import { checkRates, type RateCard } from '../domain/rate-card.ts'
import type { ShippingStore } from '../store/shipping-store.ts'

export const addShippingOption =
  (card: Kept<RateCard>): Feature<typeof contract, ShippingStore> =>
  async (input, { store, afterCommit }) => {
    await store.lockCard()
    if (await store.findOption(input.id))
      return refuse('shipping_option_exists', { detail: `The id ${input.id} is taken.` })
    const conflict = checkRates(input.rates, await store.readRateCard())
    if (conflict) return conflict
    const option = { ...input, version: 1 }
    await store.saveOption(option)
    afterCommit(card.drop)
    return answer(201, option)
  }
