import type { showStaffProduct as contract } from '@souk/contracts/catalog'
import { refuse } from '@souk/kit/contract'
import type { Query } from '@souk/kit/service'
import { toStaffProduct } from '../domain/staff-product.ts'
import type { CatalogStore } from '../store/catalog-store.ts'

export const showStaffProduct: Query<typeof contract, CatalogStore> = async ({ id }, { store }) => {
  const [product] = await store.findProducts([id])
  return product ? toStaffProduct(product) : refuse('not_found', { detail: 'There is no such product.' })
}
