import { changeCart } from '@souk/contracts/carts'
import { completeCart } from '@souk/contracts/orders'
import { data, redirect } from 'react-router'
import { dropCartId } from './cart-cookie.ts'
import { inWords } from './in-words.ts'
import { keepOrder } from './order-cookie.ts'
import type { Visitor } from './visitor.ts'

interface Placing {
  readonly cartId: string
  readonly form: FormData
  readonly request: Request
  readonly visitor: Visitor
}

/** Chooses delivery, then orders, once for each time the page was shown; then on to the provider or to the order. */
export async function placeOrder({ cartId, form, request, visitor }: Placing) {
  const typed = (name: string) => String(form.get(name) ?? '')
  const chosen = await visitor.ask(changeCart, { id: cartId, shippingOptionId: typed('delivery') })
  if (!chosen.ok) return data({ trouble: inWords(chosen.refusal) }, { status: 422 })
  const paymentToken = typed('paymentToken')
  const completed = await visitor.askOnce(typed('key'))(completeCart, {
    id: cartId,
    paymentMethodId: typed('payment'),
    ...(paymentToken && { paymentToken }),
    returnUrl: `${visitor.origin}/checkout/done`,
  })
  // What was refused stays refused under its key: to try again is another order.
  if (!completed.ok)
    return data({ trouble: inWords(completed.refusal), key: visitor.newKey() }, { status: 422 })
  const { order } = completed.body
  const headers = new Headers(await dropCartId())
  headers.append('set-cookie', await keepOrder({ id: order.id, token: order.token }, { request, visitor }))
  return redirect('action' in completed.body ? completed.body.action.url : `/orders/${order.id}`, { headers })
}
