import type { CartNotice } from '@souk/contracts/carts'
import type { ShippingOption } from '@souk/contracts/values'
import { type Cart, quantityOf, subtotalOf } from './cart.ts'

/** What the price of a delivery depends on, as one text to compare. */
function deliveryBasis(cart: Cart): string {
  const { country, region, postalCode, city } = cart.shippingAddress ?? {}
  return JSON.stringify([country, region, postalCode, city, subtotalOf(cart), quantityOf(cart)])
}

/** Whether the delivery chosen was priced for another address or other goods. */
export const isDeliveryStale = (cart: Cart): boolean =>
  cart.delivery !== undefined && cart.delivery.pricedFor !== deliveryBasis(cart)

export const choose = (cart: Cart, option: ShippingOption): Cart => ({
  ...cart,
  delivery: { option, pricedFor: deliveryBasis(cart) },
})

/** The delivery chosen at its price of now, or none where it is not offered any more; either is told. */
export function settleDelivery(
  cart: Cart,
  offered: readonly ShippingOption[],
): { cart: Cart; notices: CartNotice[] } {
  const { delivery, ...rest } = cart
  if (!delivery) return { cart, notices: [] }
  const option = offered.find(({ id }) => id === delivery.option.id)
  if (!option) return { cart: rest, notices: [{ code: 'shipping_option_unavailable' }] }
  const [from, to] = [delivery.option.price, option.price]
  return {
    cart: choose(cart, option),
    notices: from.amount === to.amount ? [] : [{ code: 'shipping_price_changed', from, to }],
  }
}
