import type { Cart as CartView, showCart as contract } from '@souk/contracts/carts'
import { refuse } from '@souk/kit/contract'
import { toTimestamp } from '@souk/kit/runtime'
import type { Process, ProcessRoom } from '@souk/kit/service'
import { advance, type Cart } from '../domain/cart.ts'
import { discountNews } from '../domain/discount.ts'
import { viewOf, viewOfFrozen } from '../domain/view.ts'
import type { CartsStore } from '../store/carts-store.ts'
import { findCart } from './find-cart.ts'
import { variantsOf } from './find-variants.ts'
import { priceCart } from './price-cart.ts'

export const showCart: Process<typeof contract, CartsStore> = async ({ id, explain }, room) => {
  const cart = await findCart(id, room)
  return cart ? await show(cart, room, explain) : refuse('not_found')
}

/**
 * A stored cart as its shopper sees it. Prices that differ from those last shown are remembered, so that they
 * are news once; when somebody changes the cart at that moment they stay news for the next look.
 */
export async function show(cart: Cart, room: ProcessRoom<CartsStore>, explain = false): Promise<CartView> {
  if (cart.frozen) {
    return viewOfFrozen(cart.frozen, { cart, variants: await variantsOf(cart, room), now: room.clock.now() })
  }
  const priced = await priceCart(cart, room, explain)
  const shown = { ...priced, notices: [...priced.notices, ...discountNews(cart, priced.cart)] }
  if (shown.cart === cart || cart.status !== 'active') return viewOf(shown)
  const remembered = advance(shown.cart, toTimestamp(room.clock.now()))
  const isSaved = await room.store.save(remembered)
  return viewOf({ ...shown, cart: isSaved ? remembered : shown.cart })
}
