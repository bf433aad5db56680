import type { showStaffCollection as contract } from '@souk/contracts/catalog'
import { refuse } from '@souk/kit/contract'
import type { Query } from '@souk/kit/service'
import type { CatalogStore } from '../store/catalog-store.ts'

export const showStaffCollection: Query<typeof contract, CatalogStore> = async ({ id }, { store }) =>
  (await store.findCollection(id)) ?? refuse('not_found', { detail: 'There is no such collection.' })
