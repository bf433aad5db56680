import type { editVariant as contract } from '@souk/contracts/catalog'
import { refuse } from '@souk/kit/contract'
import type { Process } from '@souk/kit/service'
import { editVariant as decide } from '../domain/edit-variant.ts'
import type { CatalogStore } from '../store/catalog-store.ts'
import { changeVariants } from './change-variants.ts'

/** Another SKU is another shelf: it is opened empty where the inventory has none of it. */
export const editVariant: Process<typeof contract, CatalogStore> = ({ id, variantId, ...edit }, room) =>
  changeVariants(
    id,
    {
      decide: (variants) => {
        const variant = variants.find((one) => one.id === variantId)
        if (!variant) return refuse('not_found', { detail: 'The product has no such variant.' })
        const decided = decide(variant, edit)
        if (!decided.ok) return refuse(decided.code, { detail: decided.message })
        return variants.map((one) => (one === variant ? decided.variant : one))
      },
      shelfOf: ({ sku, policy }) => ({ sku, onHand: 0, policy }),
    },
    room,
  )
