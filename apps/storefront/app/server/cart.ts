import { addLine, type Cart, createCart, showCart } from '@souk/contracts/carts'
import { readCartId } from './cart-cookie.ts'
import type { Visitor } from './visitor.ts'

/** The cart a browser keeps, as long as it can still be filled. */
export async function openCart(request: Request, { ask }: Visitor): Promise<Cart | undefined> {
  const id = await readCartId(request)
  if (!id) return undefined
  const shown = await ask(showCart, { id })
  return shown.ok && shown.body.status !== 'completed' ? shown.body : undefined
}

/** Puts it into the cart there is, or into a new one. */
export async function addToCart(
  line: { sku: string; quantity: number },
  { request, visitor }: { request: Request; visitor: Visitor },
) {
  const known = await openCart(request, visitor)
  const made = known ? undefined : await visitor.ask(createCart, {})
  if (made && !made.ok) return made
  return await visitor.ask(addLine, { id: (known ?? made?.body)?.id ?? '', ...line })
}
