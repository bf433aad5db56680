import type { Caller } from '@souk/kit/service'
import type { Cart } from '../domain/cart.ts'
import type { CartsStore } from '../store/carts-store.ts'

/** A guest's cart is open to whoever knows its id, a customer's to that customer and our own services alone. */
export const mayOpen = ({ customerId, status }: Cart, caller: Caller): boolean =>
  status !== 'merged' &&
  (customerId === null ||
    caller.kind === 'service' ||
    (caller.kind === 'customer' && caller.id === customerId))

/** The cart, if this caller may open it; to everybody else it is not there. */
export async function findCart(
  id: string,
  { store, caller }: { store: CartsStore; caller: Caller },
): Promise<Cart | undefined> {
  const cart = await store.find(id)
  return cart && mayOpen(cart, caller) ? cart : undefined
}
