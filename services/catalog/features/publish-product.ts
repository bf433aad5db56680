import type { publishProduct as contract } from '@souk/contracts/catalog'
import type { Feature } from '@souk/kit/service'
import type { CatalogStore } from '../store/catalog-store.ts'
import { changeProduct } from './change-product.ts'
import { fitAttributes } from './fit-attributes.ts'

export const publishProduct: Feature<typeof contract, CatalogStore> = ({ id }, room) =>
  changeProduct(
    id,
    (product) => fitAttributes(product, { ...product, status: 'published', publishAt: null }, room.store),
    room,
  )
