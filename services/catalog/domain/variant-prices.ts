import type { Money } from '@souk/contracts/money'
import { isCurrency } from './currency.ts'
import { type Misfit, misfit } from './misfit.ts'
import type { VariantPrice } from './product.ts'

type Prices = { ok: true; prices: Record<string, VariantPrice> } | Misfit

/** What is said of each price, as money, where it is said. */
export const moneysOf = (
  prices: Readonly<Record<string, VariantPrice>>,
  of: (price: VariantPrice) => number | undefined,
): Money[] =>
  Object.entries(prices).flatMap(([currency, price]) => {
    const amount = of(price)
    return amount === undefined ? [] : [{ amount, currency }]
  })

/** Prices by currency, each with the one before a reduction where there is one. */
export function toPrices(prices: readonly Money[], compareAtPrices: readonly Money[]): Prices {
  const made: Record<string, VariantPrice> = {}
  for (const { amount, currency } of prices) {
    if (!isCurrency(currency)) return misfit('invalid_prices', `there is no currency ${currency}`)
    if (made[currency]) return misfit('invalid_prices', `there are two prices in ${currency}`)
    made[currency] = { amount }
  }
  for (const { amount, currency } of compareAtPrices) {
    const price = made[currency]
    if (!price) return misfit('invalid_prices', `there is no price in ${currency} to compare with`)
    price.compareAt = amount
  }
  return { ok: true, prices: made }
}
