import type { listProductIds as contract } from '@souk/contracts/catalog'
import type { Query } from '@souk/kit/service'
import type { CatalogStore } from '../store/catalog-store.ts'

export const listProductIds: Query<typeof contract, CatalogStore> = async (
  { after = '', limit },
  { store },
) => ({
  productIds: await store.listPublishedIds(after, limit),
})
