import type { replaceImages as contract } from '@souk/contracts/catalog'
import type { Feature } from '@souk/kit/service'
import { distinctImages } from '../domain/edit-product.ts'
import type { CatalogStore } from '../store/catalog-store.ts'
import { changeProduct } from './change-product.ts'

export const replaceImages: Feature<typeof contract, CatalogStore> = ({ id, images }, room) =>
  changeProduct<never>(id, (product) => ({ ...product, images: distinctImages(images) }), room)
