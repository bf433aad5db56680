import type { categoryChanged, ProductFacts } from '@souk/contracts/catalog'
import type { availabilityChanged } from '@souk/contracts/inventory'
import type { EventRoom } from '@souk/kit/service'
import type { z } from 'zod'
import type { SearchStore } from '../store/search-store.ts'
import { REFRESH } from './repeated.ts'

type Room = EventRoom<SearchStore>

/** Something of a product is another way: it will be asked for, however often that is told meanwhile. */
export async function hearProduct(facts: ProductFacts, { store, wake }: Room): Promise<void> {
  await store.markProduct(facts)
  wake(REFRESH)
}

export async function hearCategory(
  { categoryId }: z.output<typeof categoryChanged.data>,
  { store, wake }: Room,
): Promise<void> {
  await store.markCategory(categoryId)
  wake(REFRESH)
}

export const hearAvailability = (word: z.output<typeof availabilityChanged.data>, { store }: Room) =>
  store.index.noteWord(word)
