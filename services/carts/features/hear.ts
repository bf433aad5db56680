import type { availabilityChanged } from '@souk/contracts/inventory'
import type { EventRoom } from '@souk/kit/service'
import type { z } from 'zod'
import type { CartsStore } from '../store/carts-store.ts'
import type { VariantCache } from '../store/variant-cache.ts'
import type { ProductNews } from '../store/variants-store.ts'

type Room = EventRoom<CartsStore>

/** Keeps our copy of what is for sale as catalog and inventory tell it. */
export const hearWith = (cache: VariantCache) => ({
  /** A product as it is sold from now on. */
  async product({ productId, version, variants }: ProductNews, { store, afterCommit }: Room) {
    const isNews = await store.takeOver({ productId, version, variants })
    if (isNews) afterCommit(() => cache.drop(productId))
  },

  /** Not sold any more; what is in carts keeps its name and picture. */
  async productGone({ productId, version, variants }: ProductNews, { store, afterCommit }: Room) {
    const hidden = variants.map((variant) => ({ ...variant, isPublished: false }))
    const isNews = await store.takeOver({ productId, version, variants: hidden })
    if (isNews) afterCommit(() => cache.drop(productId))
  },

  async availability(
    { sku, availability, version }: z.output<typeof availabilityChanged.data>,
    { store, afterCommit }: Room,
  ) {
    const isNews = await store.setAvailability(sku, { availability, version })
    if (isNews) afterCommit(() => cache.drop(sku))
  },
})
