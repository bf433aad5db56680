import type { Caller } from '@souk/kit/service'
import { mayOpen } from '../domain/access.ts'
import type { Cart } from '../domain/cart.ts'
import type { CartsStore } from '../store/carts-store.ts'

/** The cart, if this caller may open it; to everybody else it is not there. */
export async function findCart(
  id: string,
  { store, caller }: { store: CartsStore; caller: Caller },
): Promise<Cart | undefined> {
  const cart = await store.find(id)
  return cart && mayOpen(cart, caller) ? cart : undefined
}
