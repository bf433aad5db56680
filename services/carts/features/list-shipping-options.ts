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
  const { cart: current } = reprice(cart, await variantsOf(cart, room))
  return { items: await deliveryOptions(current, room), nextCursor: null }
}
