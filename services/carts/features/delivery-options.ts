import { quoteDelivery } from '@souk/contracts/shipping'
import type { ShippingOption } from '@souk/contracts/values'
import type { QueryRoom } from '@souk/kit/service'
import { type Cart, quantityOf, subtotalOf } from '../domain/cart.ts'
import type { CartsStore } from '../store/carts-store.ts'
import { answered } from './answered.ts'

/** The ways to deliver a cart to its address; none without an address. */
export async function deliveryOptions(cart: Cart, { ask }: QueryRoom<CartsStore>): Promise<ShippingOption[]> {
  const { currency, shippingAddress: address } = cart
  if (!address) return []
  const subtotal = { amount: subtotalOf(cart), currency }
  const asked = { currency, address, subtotal, quantity: quantityOf(cart) }
  return answered(await ask(quoteDelivery, asked)).items
}
