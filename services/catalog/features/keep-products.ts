import { productChanged, productPublished, productUnpublished } from '@souk/contracts/catalog'
import { type Announcement, type Refusal, refuse } from '@souk/kit/contract'
import type { FeatureRoom } from '@souk/kit/service'
import type { Product } from '../domain/product.ts'
import { toFacts } from '../domain/sellable.ts'
import type { CatalogStore } from '../store/catalog-store.ts'

interface Change {
  before: Product | undefined
  after: Product
}

/** Stores products and tells it: other services what they sell, this and other replicas which pages are old. */
export async function keepProducts(
  changes: readonly Change[],
  { store, publish, afterCommit }: FeatureRoom<CatalogStore>,
): Promise<void> {
  await store.saveProducts(changes.map(({ after }) => after))
  for (const change of changes) {
    const event = eventOf(change)
    if (event) publish(event)
  }
  afterCommit(() => {
    for (const { after } of changes) store.pages.changed(after.id)
  })
}

/** Nobody is told of drafts. */
function eventOf({ before, after }: Change): Announcement | undefined {
  const wasPublished = before?.status === 'published'
  if (after.status === 'published') return (wasPublished ? productChanged : productPublished)(toFacts(after))
  return wasPublished ? productUnpublished(toFacts(after)) : undefined
}

/** Refuses what the store says is taken: a slug or SKU somebody else was faster with. */
export async function refusingTaken<T>(
  store: CatalogStore,
  work: () => Promise<T>,
): Promise<T | Refusal<'slug_taken' | 'sku_taken'>> {
  try {
    return await work()
  } catch (fault) {
    const taken = store.takenBy(fault)
    if (taken === undefined) throw fault
    return refuse(`${taken}_taken`)
  }
}
