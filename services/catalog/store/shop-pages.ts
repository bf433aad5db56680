import { type PageCache, pageCache } from './page-cache.ts'

/** What shoppers read, ready to send, and the rules by which it goes stale. */
export interface ShopPages {
  readonly products: PageCache
  readonly lists: PageCache
  /** A product or category reads differently; a product may enter or leave any list, a category is on any page. */
  changed(id: string): void
  /** Only the word of a variant is another one: the product stays in its place. */
  availabilityChanged(productId: string): void
  clear(): void
}

/** The channels on which replicas tell each other, with the id of what changed. */
export const CHANGED = 'catalog_changed'
export const AVAILABILITY_CHANGED = 'catalog_availability_changed'

export function shopPages(maxBytes: number): ShopPages {
  const products = pageCache(maxBytes / 2)
  const lists = pageCache(maxBytes / 2)
  const clear = () => {
    products.clear()
    lists.clear()
  }
  return {
    products,
    lists,
    clear,
    changed(id) {
      if (!id.startsWith('prod_')) return clear()
      products.forget(id)
      lists.clear()
    },
    availabilityChanged(productId) {
      products.forget(productId)
      lists.forget(productId)
    },
  }
}
