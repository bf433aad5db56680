import type { FrozenCart } from '@souk/contracts/carts'
import type { Act, Order } from './order.ts'

/** An order is a snapshot: nothing that happens to products, prices or addresses later changes it. */
export function placeOrder(
  cart: FrozenCart,
  { id, number, act }: { id: string; number: string; act: Act },
): Order {
  return {
    id,
    number,
    version: 1,
    status: 'pending',
    wasConfirmed: false,
    isCancelRequested: false,
    cartId: cart.cartId,
    customerId: cart.customerId,
    email: cart.email,
    currency: cart.currency,
    lines: cart.lines.map(({ taxClass: _, ...line }) => line),
    promotions: cart.quote.promotions ?? [],
    totals: cart.quote.totals,
    taxes: cart.quote.taxes,
    rounding: cart.quote.rounding,
    ...(cart.taxId && { taxId: cart.taxId }),
    ...(cart.quote.reverseCharge && { reverseCharge: true }),
    shippingAddress: cart.shippingAddress,
    billingAddress: cart.billingAddress,
    shippingOption: cart.shippingOption,
    payment: null,
    refunds: [],
    fulfilments: [],
    returns: [],
    timeline: [
      { at: act.at, type: 'placed', actor: act.actor, ...(act.traceId && { traceId: act.traceId }) },
    ],
    placedAt: act.at,
  }
}
