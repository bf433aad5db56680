import type { deleteVariant as contract } from '@souk/contracts/catalog'
import { refuse } from '@souk/kit/contract'
import type { Feature } from '@souk/kit/service'
import { withVariants } from '../domain/edit-product.ts'
import type { CatalogStore } from '../store/catalog-store.ts'
import { changeProduct } from './change-product.ts'

export const deleteVariant: Feature<typeof contract, CatalogStore> = ({ id, variantId }, room) =>
  changeProduct(
    id,
    (product) => {
      const left = product.variants.filter((variant) => variant.id !== variantId)
      if (left.length === product.variants.length)
        return refuse('not_found', { detail: 'The product has no such variant.' })
      const decided = withVariants(product, left)
      // Variants that went together still do when there are fewer.
      if (!decided.ok) throw new Error(decided.message)
      return decided.product
    },
    room,
  )
