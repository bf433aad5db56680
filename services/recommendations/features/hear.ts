import type { ProductFacts } from '@souk/contracts/catalog'
import type { availabilityChanged } from '@souk/contracts/inventory'
import type { EventRoom } from '@souk/kit/service'
import type { z } from 'zod'
import type { RecommendationsStore } from '../store/recommendations-store.ts'

type Room = EventRoom<RecommendationsStore>

/** Keeps our copy of what is for sale as catalog and inventory tell it. */
export const hear = {
  async product(facts: ProductFacts, { store }: Room) {
    await store.offer(facts)
  },
  async productGone(facts: ProductFacts, { store }: Room) {
    await store.withdraw(facts)
  },
  async availability({ sku, ...word }: z.output<typeof availabilityChanged.data>, { store }: Room) {
    await store.setAvailability(sku, word)
  },
}
