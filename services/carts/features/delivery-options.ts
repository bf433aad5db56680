import { quoteDelivery } from '@souk/contracts/shipping'
import type { ShippingOption } from '@souk/contracts/values'
import type { QueryRoom } from '@souk/kit/service'
import { type Cart, quantityOf } from '../domain/cart.ts'
import { worthOf } from '../domain/delivery.ts'
import { variantOf } from '../domain/variant.ts'
import type { CartsStore } from '../store/carts-store.ts'
import { answered } from './answered.ts'
import { variantsOf } from './find-variants.ts'

/** What shipping says to a cart: the ways to deliver it, or why there are none. */
export interface Deliveries {
  items: ShippingOption[]
  obstacle?: { path: string; message: string; sku?: string | undefined } | undefined
}

/** The ways to deliver a cart to its address; none without an address. */
export async function deliveryOptions(cart: Cart, room: QueryRoom<CartsStore>): Promise<Deliveries> {
  const { currency, shippingAddress: address } = cart
  if (!address) return { items: [] }
  const variants = await variantsOf(cart, room)
  const goods = cart.lines.map(({ variantId, quantity }) => {
    const { sku, weightGrams = 0, shippingProfile: profile = 'standard' } = variantOf(variantId, variants)
    return { sku, quantity, weightGrams, profile }
  })
  const subtotal = { amount: worthOf(cart), currency }
  const asked = { currency, address, subtotal, quantity: quantityOf(cart), goods }
  return answered(await room.ask(quoteDelivery, asked))
}
