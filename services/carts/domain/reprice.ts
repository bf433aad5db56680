import type { CartNotice } from '@souk/contracts/carts'
import type { Cart, CartLine } from './cart.ts'
import { sellingPrice, type Variants, variantOf } from './variant.ts'

/** A cart at current prices, remembered as shown, and what the shopper should know of its lines. */
export interface Repriced {
  cart: Cart
  notices: CartNotice[]
}

/** The cart given comes back untouched when every price is what was shown. */
export function reprice(cart: Cart, variants: Variants): Repriced {
  const notices: CartNotice[] = []
  let isChanged = false
  const lines = cart.lines.map((line) => {
    const price = sellingPrice(variantOf(line.variantId, variants), cart.currency)
    notices.push(...noticesOf(line, { cart, variants, price }))
    if (price === undefined || price === line.shownPrice) return line
    isChanged = true
    return { ...line, shownPrice: price }
  })
  return { cart: isChanged ? { ...cart, lines } : cart, notices }
}

interface Seen {
  cart: Cart
  variants: Variants
  price: number | undefined
}

function noticesOf({ id: lineId, variantId, shownPrice }: CartLine, seen: Seen): CartNotice[] {
  const { price, cart } = seen
  if (price === undefined) return [{ code: 'unavailable', lineId }]
  const { availability } = variantOf(variantId, seen.variants)
  const money = (amount: number) => ({ amount, currency: cart.currency })
  return [
    ...(price === shownPrice
      ? []
      : [{ code: 'price_changed' as const, lineId, from: money(shownPrice), to: money(price) }]),
    ...(availability === 'out_of_stock' || availability === 'low_stock'
      ? [{ code: availability, lineId }]
      : []),
  ]
}

/** Lines that cannot be bought any more. */
export const goneLines = ({ lines, currency }: Cart, variants: Variants): CartLine[] =>
  lines.filter(({ variantId }) => sellingPrice(variantOf(variantId, variants), currency) === undefined)
