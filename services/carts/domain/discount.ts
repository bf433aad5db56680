import type { CartNotice } from '@souk/contracts/carts'
import type { Quote } from '@souk/contracts/pricing'
import type { Cart } from './cart.ts'

const discountOf = ({ promotions = [] }: Quote): number =>
  promotions.reduce((sum, { amount }) => sum + amount.amount, 0)

/** The cart, remembering what promotions give by this quote; the one given where that is what was shown. */
export function rememberDiscount(cart: Cart, quote: Quote): Cart {
  const shownDiscount = discountOf(quote)
  const goodsDiscount = quote.totals.discount.amount
  const isSame = shownDiscount === (cart.shownDiscount ?? 0) && goodsDiscount === (cart.goodsDiscount ?? 0)
  return isSame ? cart : { ...cart, shownDiscount, goodsDiscount }
}

/** What the shopper should know where promotions give other than they saw, and the cart itself is the same. */
export function discountNews(before: Cart, after: Cart): CartNotice[] {
  const [from, to] = [before.shownDiscount ?? 0, after.shownDiscount ?? 0]
  const money = (amount: number) => ({ amount, currency: before.currency })
  return from === to ? [] : [{ code: 'discount_changed', from: money(from), to: money(to) }]
}
