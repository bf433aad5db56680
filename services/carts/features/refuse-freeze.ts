import type { CartNotice } from '@souk/contracts/carts'
import { refuse } from '@souk/kit/contract'
import type { CartLine } from '../domain/cart.ts'
import type { Variant } from '../domain/variant.ts'

/** Names each line the shop does not sell any more, like stock that ran out. */
export const refuseGone = (gone: readonly { line: CartLine; variant: Variant }[]) =>
  refuse('out_of_stock', {
    detail: 'Something in the cart is not sold any more.',
    errors: gone.map(({ line, variant: { sku } }) => ({
      path: 'lines',
      code: 'out_of_stock',
      message: `${sku} is not sold any more`,
      lineId: line.id,
      sku,
      wanted: line.quantity,
      available: 0,
    })),
  })

/** Where in a cart the news is that makes it cost another amount. */
const PATHS = new Map<CartNotice['code'], string>([
  ['price_changed', 'lines'],
  ['shipping_price_changed', 'shippingOption'],
  ['discount_changed', 'promotions'],
])

/** What must be shown to the shopper before an order is made of it. */
export function refuseNews(notices: readonly CartNotice[]) {
  if (notices.some(({ code }) => code === 'shipping_option_unavailable')) {
    const path = 'shippingOption'
    return refuse('cart_incomplete', {
      detail: 'The chosen way of delivery is not offered any more; choose another.',
      errors: [{ path, code: 'shipping_option_unavailable', message: 'is not offered any more' }],
    })
  }
  const changed = notices.filter(({ code }) => PATHS.has(code))
  if (changed.length === 0) return undefined
  return refuse('price_changed', {
    detail: 'Look at the new prices and try again.',
    errors: changed.map(({ code, lineId, from, to }) => ({
      path: PATHS.get(code) ?? 'lines',
      code: 'price_changed',
      message: `was ${from?.amount} and is ${to?.amount} ${to?.currency}, in minor units`,
      ...(lineId && { lineId }),
      from,
      to,
    })),
  })
}
