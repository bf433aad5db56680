import type { createVariant as contract } from '@souk/contracts/catalog'
import { answer, isRefusal, refuse } from '@souk/kit/contract'
import type { Process } from '@souk/kit/service'
import { newVariant } from '../domain/edit-variant.ts'
import type { Variant } from '../domain/product.ts'
import type { CatalogStore } from '../store/catalog-store.ts'
import { changeVariants } from './change-variants.ts'

export const createVariant: Process<typeof contract, CatalogStore> = async ({ id, ...given }, room) => {
  const made = newVariant(given, room.ids.next('var'))
  if (!made.ok) return refuse(made.code, { detail: made.message })
  const { sku, quantity, policy } = given
  const changed = await changeVariants(
    id,
    {
      decide: (variants: readonly Variant[]) => [...variants, made.variant],
      shelfOf: () => ({ sku, onHand: quantity, policy }),
    },
    room,
  )
  return isRefusal(changed) ? changed : answer(201, changed)
}
