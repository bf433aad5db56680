import type { CartNotice } from '@souk/contracts/carts'
import type { PickupPoint, ShippingOption } from '@souk/contracts/values'
import { type Cart, type Delivery, quantityOf, subtotalOf } from './cart.ts'

/** What the goods cost after promotions, as last shown, in minor units: thresholds of delivery look at it. */
export const worthOf = (cart: Cart): number => Math.max(0, subtotalOf(cart) - (cart.goodsDiscount ?? 0))

/** What the price of a delivery depends on, as one text to compare. */
function deliveryBasis(cart: Cart): string {
  const { country, region, postalCode, city } = cart.shippingAddress ?? {}
  return JSON.stringify([country, region, postalCode, city, worthOf(cart), quantityOf(cart)])
}

/** Whether the delivery chosen was priced for another address or other goods. */
export const isDeliveryStale = (cart: Cart): boolean =>
  cart.delivery !== undefined && cart.delivery.pricedFor !== deliveryBasis(cart)

/** Where a parcel is fetched: the point named, the one chosen before, or else the nearest. Nothing where it is not offered. */
export function pickupPointOf(
  { kind, pickupPoints = [] }: ShippingOption,
  { named, before }: { named?: string | undefined; before?: Delivery | undefined },
): PickupPoint | undefined {
  const byId = (id: string | undefined) => pickupPoints.find((point) => point.id === id)
  if (named !== undefined) return byId(named)
  return kind === 'pickup' ? (byId(before?.option.pickupPoint?.id) ?? pickupPoints[0]) : undefined
}

/** The option as it is kept: with the point chosen, without the others. */
export function choose(
  cart: Cart,
  { pickupPoints: _, ...option }: ShippingOption,
  pickupPoint?: PickupPoint,
): Cart {
  const chosen = { ...option, ...(pickupPoint && { pickupPoint }) }
  return { ...cart, delivery: { option: chosen, pricedFor: deliveryBasis(cart) } }
}

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
    cart: choose(cart, option, pickupPointOf(option, { before: delivery })),
    notices: from.amount === to.amount ? [] : [{ code: 'shipping_price_changed', from, to }],
  }
}
