import { refuse } from '@souk/kit/contract'
import type { Cart } from './cart.ts'

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
