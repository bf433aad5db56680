import { refuse } from '@souk/kit/contract'
import type { Caller } from '@souk/kit/service'
import type { Cart } from './cart.ts'

/** A guest's cart is open to whoever knows its id, a customer's to that customer and our own services alone. */
export const mayOpen = ({ customerId, status }: Cart, caller: Caller): boolean =>
  status !== 'merged' &&
  (customerId === null ||
    caller.kind === 'service' ||
    (caller.kind === 'customer' && caller.id === customerId))

/** Why a cart cannot be changed just now, if it cannot. */
export function closed({ status }: Cart) {
  if (status === 'completed')
    return refuse('cart_completed', { detail: 'Open a new cart: this one has become an order.' })
  if (status === 'frozen')
    return refuse('checkout_in_progress', {
      detail: 'The cart opens again if its checkout comes to nothing.',
    })
  return undefined
}
