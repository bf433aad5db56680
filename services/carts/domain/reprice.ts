import type { CartNotice } from '@souk/contracts/carts'
import type { Cart, CartLine } from './cart.ts'
import { sellingPrice, type Variants, variantOf } from './variant.ts'

/** A cart at current prices, remembered as shown, and what the shopper should know of its lines. */
export interface Repriced {
  cart: Cart
  notices: CartNotice[]
}

export interface Market {
  variants: Variants
  /** Milliseconds since 1970. */
  now: number
  /** It is ordered and not shown again: then a price is news too that only follows from another quantity. */
  isFinal?: boolean
}

/** The cart given comes back untouched when every price is what was shown. */
export function reprice(cart: Cart, market: Market): Repriced {
  const notices: CartNotice[] = []
  let isChanged = false
  const lines = cart.lines.map((line) => {
    const { quantity } = line
    const price = priceOf(line, { cart, market, quantity })
    notices.push(...noticesOf(line, { cart, market, price }))
    if (price === undefined || price === line.shownPrice) return line
    isChanged = true
    return { ...line, shownPrice: price, shownQuantity: quantity }
  })
  return { cart: isChanged ? { ...cart, lines } : cart, notices }
}

/** The cart as its shopper has it before them now: what it costs was shown for as many as there are. */
export const shownAsIs = (cart: Cart): Cart => ({
  ...cart,
  lines: cart.lines.map((line) => ({ ...line, shownQuantity: line.quantity })),
})

const quantityShown = ({ shownQuantity, quantity }: CartLine): number => shownQuantity ?? quantity

const priceOf = (
  { variantId }: CartLine,
  { cart, market, quantity }: { cart: Cart; market: Market; quantity: number },
) => sellingPrice(variantOf(variantId, market.variants), { cart, quantity, now: market.now })

interface Seen {
  cart: Cart
  market: Market
  price: number | undefined
}

function noticesOf(line: CartLine, { cart, market, price }: Seen): CartNotice[] {
  const { id: lineId, variantId, shownPrice } = line
  if (price === undefined) return [{ code: 'unavailable', lineId }]
  const { availability } = variantOf(variantId, market.variants)
  const money = (amount: number) => ({ amount, currency: cart.currency })
  return [
    ...(isNews(line, { cart, market, price })
      ? [{ code: 'price_changed' as const, lineId, from: money(shownPrice), to: money(price) }]
      : []),
    ...(availability === 'out_of_stock' || availability === 'low_stock'
      ? [{ code: availability, lineId }]
      : []),
  ]
}

/** Whoever takes more or fewer expects another price: it is news where as many as were shown cost something else, too. */
function isNews(line: CartLine, { cart, market, price }: Seen): boolean {
  if (price === line.shownPrice) return false
  if (market.isFinal) return true
  return priceOf(line, { cart, market, quantity: quantityShown(line) }) !== line.shownPrice
}

/** Lines that cannot be bought any more. */
export const goneLines = (cart: Cart, market: Market): CartLine[] =>
  cart.lines.filter((line) => priceOf(line, { cart, market, quantity: line.quantity }) === undefined)
