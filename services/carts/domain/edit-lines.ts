import { isRefusal, refuse } from '@souk/kit/contract'
import { type Cart, type CartLine, subtotalOf } from './cart.ts'
import { sellingPrice, type Variant } from './variant.ts'

export const MOST_OF_A_LINE = 999
const MOST_LINES = 500
/** With tax on top and delivery, still within what Money holds. */
const MOST_MONEY = 4_000_000_000_000

export interface Addition {
  variant: Variant
  quantity: number
  lineId: string
  /** Of the caller; the same one again adds nothing. */
  key?: string | undefined
  /** Milliseconds since 1970. */
  now: number
}

/** Adds to the line of that variant, or makes one. */
export function addLine(cart: Cart, { variant, quantity: more, lineId, key, now }: Addition) {
  if (key !== undefined && cart.keys.includes(key)) return cart
  if (!variant.isPublished)
    return refuse('not_for_sale', { detail: `${variant.sku} is not for sale just now.` })
  const line = cart.lines.find(({ variantId }) => variantId === variant.variantId)
  const quantity = (line?.quantity ?? 0) + more
  const shownPrice = sellingPrice(variant, { cart, quantity, now })
  if (shownPrice === undefined)
    return refuse('currency_not_available', {
      detail: `${quantity} of ${variant.sku} have no price in ${cart.currency}.`,
    })
  const { variantId } = variant
  const changed = line
    ? setQuantity(cart, { lineId: line.id, quantity })
    : withLines(cart, [...cart.lines, { id: lineId, variantId, quantity, shownPrice }])
  if (isRefusal(changed) || key === undefined) return changed
  return { ...changed, keys: [...cart.keys, key].slice(-8) }
}

/** Sets how many of a line; none takes it out. */
export function setQuantity(cart: Cart, { lineId, quantity }: { lineId: string; quantity: number }) {
  if (!cart.lines.some(({ id }) => id === lineId))
    return refuse('not_found', { detail: 'There is no such line.' })
  if (quantity > MOST_OF_A_LINE)
    return refuse('quantity_too_large', {
      detail: `That would make ${quantity}; a line holds at most ${MOST_OF_A_LINE}.`,
      errors: [{ path: 'quantity', code: 'too_large', message: `must be at most ${MOST_OF_A_LINE}` }],
    })
  return withLines(
    cart,
    cart.lines.flatMap((line) => (line.id !== lineId ? [line] : quantity > 0 ? [{ ...line, quantity }] : [])),
  )
}

export function removeLine(cart: Cart, lineId: string) {
  const lines = cart.lines.filter(({ id }) => id !== lineId)
  return lines.length < cart.lines.length
    ? { ...cart, lines }
    : refuse('not_found', { detail: 'There is no such line.' })
}

/** The cart with other lines, unless they are more than it holds. */
export function withLines(cart: Cart, lines: readonly CartLine[]) {
  if (lines.length > MOST_LINES)
    return refuse('cart_full', { detail: `A cart holds at most ${MOST_LINES} different things.` })
  const changed = { ...cart, lines }
  return subtotalOf(changed) > MOST_MONEY
    ? refuse('cart_full', { detail: 'That is worth more than a cart holds.' })
    : changed
}
