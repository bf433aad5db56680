import type { CartNotice, Cart as CartView, FrozenCart } from '@souk/contracts/carts'
import type { Quote } from '@souk/contracts/pricing'
import type { Cart } from './cart.ts'
import { sellingPrice, type Variants, variantOf } from './variant.ts'

/** A cart with everything its view needs. */
export interface Shown {
  cart: Cart
  variants: Variants
  quote: Quote
  notices: CartNotice[]
  /** When it is shown, in milliseconds since 1970. */
  now: number
}

export function viewOf(shown: Shown): CartView {
  const { cart, quote, notices } = shown
  return {
    ...headOf(cart),
    ...(cart.delivery && { shippingOption: cart.delivery.option }),
    lines: cart.lines.map((line, index) => {
      const shownPrice = { amount: line.shownPrice, currency: cart.currency }
      const { unitPrice = shownPrice, discount, total } = shareOf(quote, index)
      return { ...lineOf(line, shown), unitPrice, discount, total }
    }),
    ...(quote.reverseCharge && { reverseCharge: true }),
    promotions: givenBy(quote),
    ...(quote.codes && { codes: quote.codes }),
    totals: quote.totals,
    ...(quote.explanation && { explanation: quote.explanation }),
    notices,
  }
}

/** A cart being, or been, checked out: at the checkout's prices, whatever they are now. */
export function viewOfFrozen(frozen: FrozenCart, shown: Omit<Shown, 'quote' | 'notices'>): CartView {
  const { cart } = shown
  return {
    ...headOf(cart),
    shippingOption: frozen.shippingOption,
    lines: frozen.lines.map((line) => ({
      ...lineOf(line, shown),
      title: line.title,
      unitPrice: line.unitPrice,
      discount: line.discount,
      total: line.total,
    })),
    ...(frozen.quote.reverseCharge && { reverseCharge: true }),
    promotions: givenBy(frozen.quote),
    ...(frozen.quote.codes && { codes: frozen.quote.codes }),
    totals: frozen.quote.totals,
    notices: [],
  }
}

const givenBy = ({ promotions = [] }: Quote) =>
  promotions.map(({ title, amount, code }) => ({ ...(code !== undefined && { code }), title, amount }))

function headOf(cart: Cart) {
  const { id, version, status, currency, email, shippingAddress, billingAddress, taxId } = cart
  if (status === 'merged') throw new Error(`cart ${id} was merged and is not shown`)
  return {
    id,
    version,
    status,
    currency,
    ...(email && { email }),
    ...(shippingAddress && { shippingAddress }),
    ...(billingAddress && { billingAddress }),
    ...(taxId && { taxId }),
  }
}

function lineOf(
  { id, variantId, quantity }: { id: string; variantId: string; quantity: number },
  { cart, variants, now }: Pick<Shown, 'cart' | 'variants' | 'now'>,
) {
  const variant = variantOf(variantId, variants)
  const { sku, productSlug, title, image, availability } = variant
  const isSold = sellingPrice(variant, { cart, quantity, now }) !== undefined
  return {
    id,
    variantId,
    sku,
    productSlug,
    title,
    ...(image && { image }),
    quantity,
    availability: isSold ? availability : ('out_of_stock' as const),
  }
}

/** A line's part of the quote, which answers its lines in the order they were asked. */
export function shareOf({ lines }: Quote, index: number): Quote['lines'][number] {
  const share = lines[index]
  if (!share) throw new Error('the quote lacks a line')
  return share
}
