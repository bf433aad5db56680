import type { editProduct as contract } from '@souk/contracts/catalog'
import { isRefusal, refuse } from '@souk/kit/contract'
import type { Feature } from '@souk/kit/service'
import { editProduct as decide } from '../domain/edit-product.ts'
import type { CatalogStore } from '../store/catalog-store.ts'
import { changeProduct } from './change-product.ts'
import { findCategories } from './find-categories.ts'
import { fitAttributes } from './fit-attributes.ts'
import { refusingTaken } from './keep-products.ts'

export const editProduct: Feature<typeof contract, CatalogStore> = ({ id, categoryIds, ...edit }, room) =>
  refusingTaken(room.store, () =>
    changeProduct(
      id,
      async (product) => {
        const categories = categoryIds ? await findCategories(categoryIds, room.store) : product.categories
        if (isRefusal(categories)) return categories
        const decided = decide({ ...product, categories }, edit)
        if (!decided.ok) return refuse(decided.code, { detail: decided.message })
        return fitAttributes(product, decided.product, room.store)
      },
      room,
    ),
  )
