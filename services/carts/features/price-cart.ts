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
  const now = room.clock.now()
  const repriced = reprice(given, { variants, now })
  const priced = await priceOnce({ cart: repriced.cart, variants, explain }, room)
  const notices = [...repriced.notices, ...priced.notices]
  // Promotions give other than they did: what the goods are worth to a delivery's thresholds is known only now.
  if (!isDeliveryStale(priced.cart) || !priced.isDelivered) return { ...priced, variants, notices, now }
  const again = await priceOnce({ cart: priced.cart, variants, explain }, room)
  return { cart: again.cart, quote: again.quote, variants, notices: [...notices, ...again.notices], now }
}

async function priceOnce(
  { cart, ...asked }: { cart: Cart; variants: Variants; explain: boolean },
  room: QueryRoom<CartsStore>,
) {
  const delivered = await priceDelivery(cart, room)
  const quote = await quoteFor({ ...asked, cart: delivered.cart }, room)
  const { notices, isDelivered } = delivered
  return { cart: rememberDiscount(delivered.cart, quote), quote, notices, isDelivered }
}

/** While shipping cannot be asked, a delivery stays as it was chosen; a checkout does not sell one priced for other goods. */
async function priceDelivery(cart: Cart, room: QueryRoom<CartsStore>) {
  if (!isDeliveryStale(cart)) return { cart, notices: [], isDelivered: true }
  try {
    return { ...settleDelivery(cart, (await deliveryOptions(cart, room)).items), isDelivered: true }
  } catch (fault) {
    if (!(fault instanceof Unavailable)) throw fault
    room.log.warn({ err: fault, cartId: cart.id }, 'delivery is not priced anew')
    return { cart, notices: [], isDelivered: false }
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
  const { currency, lines, delivery, shippingAddress, codes, email, taxId, groups } = cart
  const priced = lines.map(({ id, variantId, quantity, shownPrice }) => {
    const { sku, productId, taxClass } = variantOf(variantId, variants)
    return { id, sku, productId, quantity, unitPrice: { amount: shownPrice, currency }, taxClass }
  })
  const shipping = delivery?.option.price
  const asked = { currency, lines: priced, shipping, shippingAddress, explain }
  const customerGroups = groups.length > 0 && { customerGroups: [...groups] }
  const whose = { customerId: buyer.customerId, ...(email && { email }), ...customerGroups }
  return answered(
    await ask(quote, {
      ...asked,
      buyer: whose,
      ...(taxId && { taxId }),
      ...(codes && { codes: [...codes] }),
    }),
  )
}
