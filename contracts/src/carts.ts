import { call, event, nothing, text, timestamp } from '@souk/kit/contract'
import { z } from 'zod'
import { Currency, Money } from './money.ts'
import { Quote } from './pricing.ts'
import {
  Address,
  CartId,
  CustomerId,
  Email,
  Image,
  LineId,
  OrderId,
  ShippingOption,
  Sku,
  Slug,
  VariantId,
} from './values.ts'

/** What a checkout takes over from a cart: everything, as it will be ordered. */
export const FrozenCart = z.strictObject({
  cartId: CartId,
  version: z.int(),
  customerId: CustomerId.nullable(),
  currency: Currency,
  email: Email,
  shippingAddress: Address,
  billingAddress: Address,
  shippingOption: ShippingOption,
  lines: z.array(
    z.strictObject({
      id: LineId,
      variantId: VariantId,
      sku: Sku,
      productSlug: Slug,
      title: z.string(),
      image: Image.optional(),
      quantity: z.int().min(1).max(999),
      unitPrice: Money,
      discount: Money,
      tax: Money,
      total: Money,
      taxClass: text(40),
    }),
  ),
  quote: Quote,
})
export type FrozenCart = z.infer<typeof FrozenCart>

/**
 * `checkoutId` is the order being made. The cart stays frozen for it until completed or thawed; the same
 * checkout may freeze again and gets the same answer.
 */
export const freezeCart = call('carts.freeze-cart', 'POST /internal/carts/{id}/freeze', {
  summary: 'Locks a cart for one checkout and hands over what will be ordered, at the prices shown.',
  access: 'internal',
  params: z.strictObject({ id: CartId }),
  body: z.strictObject({ checkoutId: OrderId, customerId: CustomerId.nullable() }),
  answers: { 200: FrozenCart },
  refusals: {
    cart_incomplete: { status: 409, title: 'The cart lacks something an order needs.' },
    cart_completed: { status: 409, title: 'This cart has become an order.' },
    checkout_in_progress: { status: 409, title: 'This cart is being checked out.' },
    price_changed: { status: 409, title: 'A price is not what was shown.' },
  },
})

export const thawCart = call('carts.thaw-cart', 'POST /internal/carts/{id}/thaw', {
  summary:
    'Gives a cart back to its shopper when its checkout came to nothing; harmless when it is not frozen for it.',
  access: 'internal',
  params: z.strictObject({ id: CartId }),
  body: z.strictObject({ checkoutId: OrderId }),
  answers: { 204: nothing },
})

export const cartCompleted = event(
  'carts.cart-completed.v1',
  'A cart has become an order.',
  z.strictObject({ cartId: CartId, orderId: OrderId, at: timestamp }),
  'cartId',
)
