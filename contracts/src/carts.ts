import { call, event, nothing, page, text, timestamp } from '@souk/kit/contract'
import { z } from 'zod'
import { CartNotice, CartStatus } from './carts-values.ts'
import { Currency, Money } from './money.ts'
import { PaymentMethod } from './payments.ts'
import { Quote } from './pricing.ts'
import { Explained, NamedCode } from './promotions.ts'
import {
  Address,
  Availability,
  CartId,
  CustomerId,
  Email,
  Image,
  LineId,
  OrderId,
  Quantity,
  ShippingOption,
  Sku,
  Slug,
  Totals,
  VariantId,
} from './values.ts'

export { showPrices } from './carts-prices.ts'
export { CartNotice, CartStatus } from './carts-values.ts'

/** Prices are the current ones whenever it is shown; while `frozen` or `completed`, those of the checkout. */
export const Cart = z.strictObject({
  id: CartId,
  version: z.int(),
  status: CartStatus,
  currency: Currency,
  email: Email.optional(),
  shippingAddress: Address.optional(),
  billingAddress: Address.optional(),
  shippingOption: ShippingOption.optional(),
  lines: z.array(
    z.strictObject({
      id: LineId,
      variantId: VariantId,
      sku: Sku,
      productSlug: Slug,
      title: z.string(),
      image: Image.optional(),
      quantity: Quantity,
      unitPrice: Money,
      discount: Money,
      total: Money,
      availability: Availability,
    }),
  ),
  promotions: z.array(z.strictObject({ code: z.string().optional(), title: z.string(), amount: Money })),
  /** The VAT number of a business, and whether it owes the tax itself. */
  taxId: z.string().optional(),
  reverseCharge: z.boolean().optional(),
  /** The codes its shopper named, and what each came to. */
  codes: z.array(NamedCode).optional(),
  totals: Totals,
  /** Where it was asked for: what became of every promotion, and why. */
  explanation: z.array(Explained).optional(),
  notices: z.array(CartNotice),
})
export type Cart = z.infer<typeof Cart>

const byId = z.strictObject({ id: CartId })
const byLine = z.strictObject({ id: CartId, lineId: LineId })

/** A cart being checked out, or checked out, stays as it is. */
const closed = {
  cart_completed: { status: 409, title: 'This cart has become an order.' },
  checkout_in_progress: { status: 409, title: 'This cart is being checked out.' },
} as const
const tooMuch = {
  quantity_too_large: { status: 422, title: 'A line holds at most 999.' },
  cart_full: { status: 422, title: 'This is more than a cart holds.' },
} as const

export const createCart = call('carts.create-cart', 'POST /store/v1/carts', {
  summary: 'Opens an empty cart: a guest reaches it by its id alone, a customer’s is theirs.',
  access: 'anyone',
  body: z.strictObject({ currency: Currency.optional() }),
  answers: { 201: Cart },
  idempotency: 'accepted',
})

export const showCart = call('carts.show-cart', 'GET /store/v1/carts/{id}', {
  summary: 'A cart at current prices, with what changed since it was last shown.',
  access: 'anyone',
  params: byId,
  query: z.strictObject({ explain: z.boolean().default(false) }),
  answers: { 200: Cart },
})

export const changeCart = call('carts.change-cart', 'PATCH /store/v1/carts/{id}', {
  summary: 'Says who buys, where it goes and how it is delivered.',
  access: 'anyone',
  params: byId,
  body: z.strictObject({
    email: Email.optional(),
    shippingAddress: Address.optional(),
    billingAddress: Address.optional(),
    shippingOptionId: text(80).optional(),
    /** The VAT number of a business in the European Union; null takes it out. */
    taxId: text(20).nullable().optional(),
    /** One of those the option lists; without it the nearest. */
    pickupPointId: text(80).optional(),
  }),
  answers: { 200: Cart },
  refusals: {
    ...closed,
    invalid_tax_id: { status: 422, title: 'That is no VAT number.' },
    shipping_option_unavailable: { status: 422, title: 'We do not deliver there this way.' },
    pickup_point_unavailable: { status: 422, title: 'That is no pick-up point of this option.' },
  },
})

export const addLine = call('carts.add-line', 'POST /store/v1/carts/{id}/lines', {
  summary: 'Puts so many of a variant, named by id or SKU, into a cart; the same variant stays one line.',
  access: 'anyone',
  params: byId,
  body: z.strictObject({ variantId: VariantId.optional(), sku: Sku.optional(), quantity: Quantity }),
  answers: { 200: Cart },
  refusals: {
    ...closed,
    ...tooMuch,
    unknown_variant: { status: 422, title: 'There is no such variant.' },
    not_for_sale: { status: 422, title: 'This is not for sale.' },
    currency_not_available: { status: 422, title: 'This is not sold in the cart’s currency.' },
  },
  idempotency: 'accepted',
})

export const changeLine = call('carts.change-line', 'PATCH /store/v1/carts/{id}/lines/{lineId}', {
  summary: 'Sets how many of a line; none takes it out.',
  access: 'anyone',
  params: byLine,
  body: z.strictObject({ quantity: z.int().min(0).max(999) }),
  answers: { 200: Cart },
  refusals: { ...closed, ...tooMuch },
})

export const removeLine = call('carts.remove-line', 'DELETE /store/v1/carts/{id}/lines/{lineId}', {
  summary: 'Takes a line out.',
  access: 'anyone',
  params: byLine,
  answers: { 200: Cart },
  refusals: closed,
})

export const addCode = call('carts.add-code', 'POST /store/v1/carts/{id}/codes', {
  summary: 'Names a discount code; it stays with the cart as long as it is not taken out.',
  access: 'anyone',
  params: byId,
  body: z.strictObject({ code: text(40) }),
  answers: { 200: Cart },
  refusals: {
    ...closed,
    code_not_applicable: { status: 422, title: 'This code gives nothing here.' },
    too_many_codes: { status: 422, title: 'A cart holds at most 10 codes.' },
  },
  idempotency: 'accepted',
  guesses: { status: 422, atMost: 20, withinMinutes: 10 },
})

export const removeCode = call('carts.remove-code', 'DELETE /store/v1/carts/{id}/codes/{code}', {
  summary: 'Takes a discount code out.',
  access: 'anyone',
  params: z.strictObject({ id: CartId, code: text(40) }),
  answers: { 200: Cart },
  refusals: closed,
})

export const listShippingOptions = call(
  'carts.list-shipping-options',
  'GET /store/v1/carts/{id}/shipping-options',
  {
    summary: 'The ways to deliver a cart to its address, cheapest first.',
    access: 'anyone',
    params: byId,
    answers: { 200: page(ShippingOption) },
    refusals: {
      cart_incomplete: { status: 409, title: 'The cart has no address yet.' },
      not_deliverable: { status: 422, title: 'This cannot be delivered there.' },
    },
  },
)

export const listCartPaymentMethods = call(
  'carts.list-payment-methods',
  'GET /store/v1/carts/{id}/payment-methods',
  {
    summary: 'The ways to pay what a cart costs.',
    access: 'anyone',
    params: byId,
    answers: { 200: page(PaymentMethod) },
  },
)

export const claimCart = call('carts.claim-cart', 'POST /store/v1/carts/{id}/claim', {
  summary:
    'Ties a guest’s cart to the customer. With an active cart of theirs in the same currency it becomes one: no line is lost, quantities add up to 999, and what theirs does not say (e-mail, addresses) comes from the guest’s.',
  access: 'customer',
  params: byId,
  answers: { 200: Cart },
  refusals: { ...closed, ...tooMuch },
  idempotency: 'accepted',
})

export const listCartSkus = call('carts.list-cart-skus', 'GET /internal/carts/{id}/skus', {
  summary: 'What is in a cart, by SKU, where it is open to that customer, or to a guest without one.',
  access: 'internal',
  params: byId,
  query: z.strictObject({ customerId: CustomerId.optional() }),
  answers: { 200: z.strictObject({ skus: z.array(Sku) }) },
})

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
  taxId: z.string().optional(),
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
    ...closed,
    cart_incomplete: { status: 409, title: 'The cart lacks something an order needs.' },
    out_of_stock: { status: 409, title: 'Something in the cart is not sold any more.' },
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
