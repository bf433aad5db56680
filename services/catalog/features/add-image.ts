import type { addImage as contract } from '@souk/contracts/catalog'
import { answer, isRefusal, refuse } from '@souk/kit/contract'
import type { Feature } from '@souk/kit/service'
import { distinctImages } from '../domain/edit-product.ts'
import { MAX_IMAGES } from '../domain/product.ts'
import type { CatalogStore } from '../store/catalog-store.ts'
import { changeProduct } from './change-product.ts'

export const addImage: Feature<typeof contract, CatalogStore> = async ({ id, url, alt }, room) => {
  const changed = await changeProduct(
    id,
    (product) => {
      const images = distinctImages([...product.images, { url, alt }])
      return images.length > MAX_IMAGES ? refuse('too_many_images') : { ...product, images }
    },
    room,
  )
  return isRefusal(changed) ? changed : answer(201, changed)
}
