import type { freezeCart as contract } from '@souk/contracts/carts'
import { type Input, refuse } from '@souk/kit/contract'
import { toTimestamp } from '@souk/kit/runtime'
import { type Process, type ProcessRoom, Unavailable } from '@souk/kit/service'
import { advance, type Cart } from '../domain/cart.ts'
import { freeze, refuseToFreeze, snapshotOf } from '../domain/checkout.ts'
import { isDeliveryStale, settleDelivery } from '../domain/delivery.ts'
import { discountNews, rememberDiscount } from '../domain/discount.ts'
import { goneLines, reprice } from '../domain/reprice.ts'
import { variantOf } from '../domain/variant.ts'
import type { CartsStore } from '../store/carts-store.ts'
import { deliveryOptions } from './delivery-options.ts'
import { variantsOf } from './find-variants.ts'
import { quoteFor } from './price-cart.ts'
import { refuseGone, refuseNews } from './refuse-freeze.ts'

const ATTEMPTS = 5

/** The others are asked before anything is locked; a cart somebody changes meanwhile is looked at anew. */
export const freezeCart: Process<typeof contract, CartsStore> = async (input, room) => {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const cart = await room.store.find(input.id)
    if (!cart || cart.status === 'merged' || !mayCheckOut(cart, input)) return refuse('not_found')
    if (cart.frozen && cart.checkoutId === input.checkoutId) return cart.frozen
    const outcome = refuseToFreeze(cart, input.checkoutId) ?? (await tryToFreeze(cart, input, room))
    if (outcome) return outcome
  }
  return refuse('checkout_in_progress', { detail: 'The cart keeps changing; try again.' })
}

type Checkout = Input<typeof contract>

/** A guest's cart is checked out by whoever knows its id, signed in or not. */
const mayCheckOut = (cart: Cart, { customerId }: Checkout): boolean =>
  cart.customerId === null || cart.customerId === customerId

/** While shipping cannot be asked, a delivery that was chosen for just these goods and this address is sold as shown. */
async function deliveryNow(cart: Cart, room: ProcessRoom<CartsStore>) {
  try {
    return settleDelivery(cart, (await deliveryOptions(cart, room)).items)
  } catch (fault) {
    if (!(fault instanceof Unavailable) || isDeliveryStale(cart)) throw fault
    room.log.warn({ err: fault, cartId: cart.id }, 'a delivery is sold as it was shown')
    return { cart, notices: [] }
  }
}

/** The snapshot, or why not; nothing when the cart changed meanwhile. */
async function tryToFreeze(cart: Cart, checkout: Checkout, room: ProcessRoom<CartsStore>) {
  const now = room.clock.now()
  const variants = await variantsOf(cart, room)
  const market = { variants, now, isFinal: true }
  const gone = goneLines(cart, market)
  if (gone.length > 0)
    return refuseGone(gone.map((line) => ({ line, variant: variantOf(line.variantId, variants) })))

  const lines = reprice(cart, market)
  const delivered = await deliveryNow(lines.cart, room)
  const buyer = { customerId: cart.customerId ?? checkout.customerId }
  const quote = await quoteFor({ cart: delivered.cart, variants, buyer }, room)
  const priced = rememberDiscount(delivered.cart, quote)
  const next = advance(priced, toTimestamp(now))
  const news = [...lines.notices, ...delivered.notices, ...discountNews(delivered.cart, priced)]
  const refusal = refuseNews(news)
  if (refusal) {
    await room.store.save(next) // Shown by this refusal: the next try is at these prices.
    return refusal
  }
  const frozen = snapshotOf({ cart: next, variants, quote, notices: [], now }, checkout.customerId)
  return (await room.store.save(freeze(next, checkout.checkoutId, frozen))) ? frozen : undefined
}
