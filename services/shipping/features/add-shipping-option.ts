import type { addShippingOption as contract } from '@souk/contracts/shipping'
import { answer, refuse } from '@souk/kit/contract'
import type { Kept } from '@souk/kit/runtime'
import type { Feature } from '@souk/kit/service'
import type { RateCard } from '../domain/rate-card.ts'
import { checkRates } from '../domain/rate-card.ts'
import type { ShippingStore } from '../store/shipping-store.ts'

export const addShippingOption =
  (card: Kept<RateCard>): Feature<typeof contract, ShippingStore> =>
  async (input, { store, afterCommit }) => {
    const conflict = checkRates(input.rates, await store.listZones())
    if (conflict) return conflict
    const option = { ...input, version: 1 }
    if (!(await store.addOption(option)))
      return refuse('shipping_option_exists', { detail: `The id ${input.id} is taken.` })
    afterCommit(card.drop)
    return answer(201, option)
  }
