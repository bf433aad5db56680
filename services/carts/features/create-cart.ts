import type { createCart as contract } from '@souk/contracts/carts'
import { toTimestamp } from '@souk/kit/runtime'
import type { Process } from '@souk/kit/service'
import { emptyCart } from '../domain/cart.ts'
import { viewOf } from '../domain/view.ts'
import type { CartsStore } from '../store/carts-store.ts'
import { priceCart } from './price-cart.ts'

export const createCart =
  (shopCurrency: string): Process<typeof contract, CartsStore> =>
  async ({ currency = shopCurrency }, room) => {
    const customerId = room.caller.kind === 'customer' ? room.caller.id : null
    const cart = emptyCart({ id: room.ids.next('cart'), currency, customerId }, toTimestamp(room.clock.now()))
    const shown = await priceCart(cart, room)
    await room.store.add(cart)
    return viewOf(shown)
  }
