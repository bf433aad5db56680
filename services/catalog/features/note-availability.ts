import type { EventRoom } from '@souk/kit/service'
import type { Word } from '../store/availability-store.ts'
import type { CatalogStore } from '../store/catalog-store.ts'

/** The inventory says another word of a SKU: its product’s pages are made anew. */
export async function noteAvailability(
  word: Word,
  { store, afterCommit }: EventRoom<CatalogStore>,
): Promise<void> {
  const productId = await store.noteWord(word)
  if (productId !== undefined) afterCommit(() => store.pages.availabilityChanged(productId))
}
