import type { Queryable } from '@souk/kit/database'
import { attributeStore } from './attribute-store.ts'
import { availabilityStore } from './availability-store.ts'
import { categoryStore } from './category-store.ts'
import { collectionStore } from './collection-store.ts'
import { listPriceStore } from './list-price-store.ts'
import { listingStore } from './listing-store.ts'
import { priceListStore } from './price-list-store.ts'
import { productStore } from './product-store.ts'
import type { ShopPages } from './shop-pages.ts'
import { uploadedImages } from './uploaded-images.ts'

export type CatalogStore = ReturnType<ReturnType<typeof catalogStore>>

/** The catalog in PostgreSQL, and the pages made of it in this process's memory. */
export const catalogStore = (pages: ShopPages) => (sql: Queryable) => ({
  pages,
  ...productStore(sql),
  ...listingStore(sql),
  ...categoryStore(sql),
  ...availabilityStore(sql),
  ...attributeStore(sql),
  ...collectionStore(sql),
  ...uploadedImages(sql),
  ...priceListStore(sql),
  ...listPriceStore(sql),
})
