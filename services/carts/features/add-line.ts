import type { addLine as contract } from '@souk/contracts/carts'
import { refuse } from '@souk/kit/contract'
import type { Process } from '@souk/kit/service'
import { addLine as add } from '../domain/edit-lines.ts'
import type { CartsStore } from '../store/carts-store.ts'
import { editCart } from './edit-cart.ts'
import { findVariant } from './find-variants.ts'

export const addLine: Process<typeof contract, CartsStore> = async (input, room) => {
  const { id, variantId, sku, quantity } = input
  if ((variantId === undefined) === (sku === undefined))
    return refuse('invalid_request', { detail: 'Name the variant by variantId or by sku, one of them.' })
  const variant = await findVariant({ variantId, sku }, room)
  if (!variant) return refuse('unknown_variant', { detail: `The shop knows no ${variantId ?? sku}.` })
  const lineId = room.ids.next('line')
  const key = room.idempotencyKey && `${room.caller.kind} ${room.idempotencyKey}`
  const now = room.clock.now()
  return await editCart(id, (cart) => add(cart, { variant, quantity, lineId, key, now }), room)
}
