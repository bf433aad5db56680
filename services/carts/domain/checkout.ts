import type { FrozenCart } from '@souk/contracts/carts'
import type { Address } from '@souk/contracts/values'
import { type FieldError, refuse } from '@souk/kit/contract'
import { closed } from './access.ts'
import type { Cart } from './cart.ts'
import { variantOf } from './variant.ts'
import { type Shown, shareOf, viewOf } from './view.ts'

/** Why a cart cannot be frozen for this checkout, if it cannot. */
export function refuseToFreeze(cart: Cart, checkoutId: string) {
  const reason = closed(cart)
  if (reason) return reason
  if (cart.thawed.includes(checkoutId))
    return refuse('checkout_in_progress', { detail: 'This checkout was given up already.' })
  const missing = missingOf(cart)
  if (missing.length === 0) return undefined
  return refuse('cart_incomplete', {
    detail: `The cart lacks: ${missing.join(', ')}.`,
    errors: missing.map(isMissing),
  })
}

export const isMissing = (path: string): FieldError => ({ path, code: 'missing', message: 'is missing' })

function missingOf({ lines, email, shippingAddress, delivery }: Cart): string[] {
  return [
    ...(lines.length === 0 ? ['lines'] : []),
    ...(email ? [] : ['email']),
    ...(shippingAddress ? [] : ['shippingAddress']),
    ...(delivery ? [] : ['shippingOption']),
  ]
}

/** What the checkout takes over. `refuseToFreeze` has seen that nothing is missing. */
export function snapshotOf(shown: Shown, customerId: string | null): FrozenCart {
  const { cart, quote, variants } = shown
  const { email, shippingAddress, delivery, taxId } = cart
  if (!email || !shippingAddress || !delivery) throw new Error(`cart ${cart.id} is incomplete`)
  const { lines } = viewOf(shown)
  return {
    cartId: cart.id,
    version: cart.version,
    customerId: cart.customerId ?? customerId,
    currency: cart.currency,
    email,
    shippingAddress,
    billingAddress: cart.billingAddress ?? shippingAddress,
    shippingOption: delivery.option,
    ...(taxId && { taxId }),
    lines: lines.map(({ availability: _, ...line }, index) => ({
      ...line,
      tax: shareOf(quote, index).tax,
      taxClass: variantOf(line.variantId, variants).taxClass,
    })),
    quote,
  }
}

export const freeze = (cart: Cart, checkoutId: string, frozen: FrozenCart): Cart => ({
  ...cart,
  status: 'frozen',
  checkoutId,
  frozen,
})

/** Open again when it was frozen for that checkout; otherwise the checkout is remembered as given up. */
export function thaw(cart: Cart, givenUp: string): Cart {
  const thawed = [...cart.thawed, givenUp].slice(-8)
  if (cart.status !== 'frozen' || cart.checkoutId !== givenUp) return { ...cart, thawed }
  const { frozen: _, checkoutId: __, ...open } = cart
  return { ...open, status: 'active', thawed }
}

const NOBODY = { name: 'erased', line1: 'erased', city: 'erased', postalCode: '0' }

/** Without anything that tells who it was; where it went stays, by country. */
export function forgetPerson(cart: Cart): Cart {
  const {
    email: _,
    shippingAddress: __,
    billingAddress: ___,
    delivery: ____,
    taxId: _____,
    frozen,
    ...rest
  } = cart
  const nobody = ({ country }: Address) => ({ ...NOBODY, country })
  if (!frozen) return rest
  const { taxId: ______, ...bought } = frozen
  return {
    ...rest,
    frozen: {
      ...bought,
      email: 'erased@example.invalid',
      shippingAddress: nobody(frozen.shippingAddress),
      billingAddress: nobody(frozen.billingAddress),
    },
  }
}
