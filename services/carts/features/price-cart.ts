import { type Quote, quote } from '@souk/contracts/pricing'
import { type QueryRoom, Unavailable } from '@souk/kit/service'
import type { Cart } from '../domain/cart.ts'
import { isDeliveryStale, settleDelivery } from '../domain/delivery.ts'
import { rememberDiscount } from '../domain/discount.ts'
import { reprice } from '../domain/reprice.ts'
import { type Variants, variantOf } from '../domain/variant.ts'
import type { Shown } from '../domain/view.ts'
import type { CartsStore } from '../store/carts-store.ts'
import { answered } from './answered.ts'
import { deliveryOptions } from './delivery-options.ts'
import { variantsOf } from './find-variants.ts'

/** An open cart at the prices of now. The `cart` shown is the one given, unless there is something to remember. */
export async function priceCart(given: Cart, room: QueryRoom<CartsStore>, explain = false): Promise<Shown> {
  const variants = await variantsOf(given, room)
  const repriced = reprice(given, variants)
  const delivered = await priceDelivery(repriced.cart, room)
  const quote = await quoteFor({ cart: delivered.cart, variants, explain }, room)
  const cart = rememberDiscount(delivered.cart, quote)
  const notices = [...repriced.notices, ...delivered.notices]
  return { cart, variants, quote, notices }
}

/** While shipping cannot be asked, a delivery stays as it was chosen; a checkout does not sell one priced for other goods. */
async function priceDelivery(cart: Cart, room: QueryRoom<CartsStore>) {
  if (!isDeliveryStale(cart)) return { cart, notices: [] }
  try {
    return settleDelivery(cart, await deliveryOptions(cart, room))
  } catch (fault) {
    if (!(fault instanceof Unavailable)) throw fault
    room.log.warn({ err: fault, cartId: cart.id }, 'delivery is not priced anew')
    return { cart, notices: [] }
  }
}

interface Wanted {
  cart: Cart
  variants: Variants
  explain?: boolean
  /** Who checks out, where that is not whose cart it is. */
  buyer?: { customerId: string | null }
}

export async function quoteFor(
  { cart, variants, explain = false, buyer = cart }: Wanted,
  { ask }: QueryRoom<CartsStore>,
): Promise<Quote> {
  const { currency, lines, delivery, shippingAddress, codes, email, taxId } = cart
  const priced = lines.map(({ id, variantId, quantity, shownPrice }) => {
    const { sku, productId, taxClass } = variantOf(variantId, variants)
    return { id, sku, productId, quantity, unitPrice: { amount: shownPrice, currency }, taxClass }
  })
  const shipping = delivery?.option.price
  const asked = { currency, lines: priced, shipping, shippingAddress, explain }
  const whose = { customerId: buyer.customerId, ...(email && { email }) }
  return answered(
    await ask(quote, {
      ...asked,
      buyer: whose,
      ...(taxId && { taxId }),
      ...(codes && { codes: [...codes] }),
    }),
  )
}
