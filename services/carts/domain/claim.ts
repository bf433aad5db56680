import { isRefusal } from '@souk/kit/contract'
import { type Cart, type CartLine, emptyCart } from './cart.ts'
import { mergeCodes } from './codes.ts'
import { MOST_OF_A_LINE, withLines } from './edit-lines.ts'

export interface Claim {
  guest: Cart
  /** An active cart the customer has already. */
  own: Cart | undefined
  customerId: string
}

/**
 * Makes a guest's cart the customer's, or merges it into theirs where both are in one currency; what cannot
 * be added up stays a cart of its own. Returns the cart that goes on, and what is left of the other one.
 */
export function claim({ guest, own, customerId }: Claim) {
  if (!own || own.currency !== guest.currency)
    return { survivor: { ...guest, customerId }, emptied: undefined }
  const survivor = merge(own, guest)
  if (isRefusal(survivor)) return survivor
  const { id, currency, updatedAt, version } = guest
  const emptied: Cart = {
    ...emptyCart({ id, currency, customerId }, updatedAt),
    version,
    status: 'merged',
    mergedInto: own.id,
  }
  return { survivor, emptied }
}

/** No line is lost; quantities add up to 999; what `own` does not say comes from the guest's cart. */
export function merge(own: Cart, guest: Cart) {
  const merged = withLines(own, mergeLines(own.lines, guest.lines))
  if (isRefusal(merged)) return merged
  const { email, shippingAddress, billingAddress, delivery } = guest
  const codes = mergeCodes(own, guest)
  const isGoingWhereGuestSaid = !own.shippingAddress && shippingAddress !== undefined
  return {
    ...(email && { email }),
    ...(shippingAddress && { shippingAddress }),
    ...(billingAddress && { billingAddress }),
    ...(isGoingWhereGuestSaid && delivery && { delivery }),
    ...merged,
    ...(codes.length > 0 && { codes }),
  }
}

function mergeLines(own: readonly CartLine[], guest: readonly CartLine[]): CartLine[] {
  const added = new Map(guest.map((line) => [line.variantId, line]))
  const summed = own.map((line) => {
    const more = added.get(line.variantId)?.quantity ?? 0
    return { ...line, quantity: Math.min(MOST_OF_A_LINE, line.quantity + more) }
  })
  const known = new Set(own.map(({ variantId }) => variantId))
  return [...summed, ...guest.filter(({ variantId }) => !known.has(variantId))]
}
