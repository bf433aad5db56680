import type { unpublishProduct as contract } from '@souk/contracts/catalog'
import type { Feature } from '@souk/kit/service'
import type { CatalogStore } from '../store/catalog-store.ts'
import { changeProduct } from './change-product.ts'

export const unpublishProduct: Feature<typeof contract, CatalogStore> = ({ id }, room) =>
  changeProduct<never>(
    id,
    (product) => ({ ...product, status: 'draft', publishAt: null, unpublishAt: null }),
    room,
  )
