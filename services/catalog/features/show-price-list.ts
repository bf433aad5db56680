import type { showPriceList as contract } from '@souk/contracts/catalog'
import type { Query } from '@souk/kit/service'
import type { CatalogStore } from '../store/catalog-store.ts'
import { noSuchList } from './open-price-list.ts'

export const showPriceList: Query<typeof contract, CatalogStore> = async ({ id }, { store }) =>
  (await store.findPriceList(id)) ?? noSuchList()
