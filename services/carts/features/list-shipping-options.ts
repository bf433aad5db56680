import type { listShippingOptions as contract } from '@souk/contracts/carts'
import { refuse } from '@souk/kit/contract'
import type { Query } from '@souk/kit/service'
import { isMissing } from '../domain/checkout.ts'
import { reprice } from '../domain/reprice.ts'
import type { CartsStore } from '../store/carts-store.ts'
import { deliveryOptions } from './delivery-options.ts'
import { findCart } from './find-cart.ts'
import { variantsOf } from './find-variants.ts'

export const listShippingOptions: Query<typeof contract, CartsStore> = async ({ id }, room) => {
  const cart = await findCart(id, room)
  if (!cart) return refuse('not_found')
  if (!cart.shippingAddress)
    return refuse('cart_incomplete', {
      detail: 'Set the shipping address first.',
      errors: [isMissing('shippingAddress')],
    })
  const { cart: current } = reprice(cart, { variants: await variantsOf(cart, room), now: room.clock.now() })
  const { items, obstacle } = await deliveryOptions(current, room)
  if (items.length > 0) return { items, nextCursor: null }
  const { path = 'shippingAddress', message = 'We do not deliver this there.', sku } = obstacle ?? {}
  return refuse('not_deliverable', {
    detail: message,
    errors: [{ path, code: 'not_deliverable', message, ...(sku && { sku }) }],
  })
}
