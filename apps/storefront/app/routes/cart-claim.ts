import { claimCart } from '@souk/contracts/carts'
import { redirect } from 'react-router'
import { readCartId, writeCartId } from '../server/cart-cookie.ts'
import { visitorContext } from '../server/visitor.ts'
import type { Route } from './+types/cart-claim'

/** Where somebody comes through who has just signed in: what they had put into a cart is theirs from here on. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const id = await readCartId(request)
  const visitor = context.get(visitorContext)
  const claimed = id ? await visitor.ask(claimCart, { id }) : undefined
  const headers = claimed?.ok ? await writeCartId(claimed.body.id, visitor) : {}
  const isBuying = new URL(request.url).searchParams.get('to') === 'checkout'
  return redirect(isBuying ? '/checkout' : '/account', { headers })
}
