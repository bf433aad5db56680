import { openCart } from '../server/cart.ts'
import { visitorContext } from '../server/visitor.ts'
import type { Route } from './+types/cart-count'

/** How many things are in the cart: all that pages need to know of it. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const cart = await openCart(request, context.get(visitorContext))
  return { count: cart?.lines.reduce((sum, { quantity }) => sum + quantity, 0) ?? 0 }
}
