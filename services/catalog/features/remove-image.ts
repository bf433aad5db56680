import type { removeImage as contract } from '@souk/contracts/catalog'
import { refuse } from '@souk/kit/contract'
import type { Feature } from '@souk/kit/service'
import type { CatalogStore } from '../store/catalog-store.ts'
import { changeProduct } from './change-product.ts'

export const removeImage: Feature<typeof contract, CatalogStore> = ({ id, url }, room) =>
  changeProduct(
    id,
    (product) => {
      const images = product.images.filter((image) => image.url !== url)
      return images.length < product.images.length
        ? { ...product, images }
        : refuse('not_found', { detail: 'The product has no such image.' })
    },
    room,
  )
