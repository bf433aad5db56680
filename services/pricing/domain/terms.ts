import type { Money } from '@souk/contracts/money'
import type { Basket } from './quote.ts'
import { isReverseCharged } from './reverse-charge.ts'
import { modeOf, type Rules } from './rules.ts'
import { type TaxTerms, withoutTax } from './tax.ts'
import { rateFor, ratesAt, STANDARD, type TaxRate } from './tax-rate.ts'

/** How a basket is taxed. Where its buyer owes the tax, it is in no price of the basket any more. */
export interface Terms extends TaxTerms {
  readonly basket: Basket
  readonly local: readonly TaxRate[]
  readonly reverseCharge: boolean
}

export function termsOf(basket: Basket, rules: Rules): Terms {
  const { taxIncluded, home, rounding } = modeOf(basket.currency, rules)
  const local = ratesAt(basket.shippingAddress ?? home, rules.rates)
  const destination = basket.shippingAddress?.country
  if (!isReverseCharged({ home: home?.country, destination, taxId: basket.taxId }))
    return { basket, local, taxIncluded, rounding, reverseCharge: false }
  const net = ({ amount, currency }: Money, taxClass: string): Money => {
    const rate = taxIncluded ? rateFor(taxClass, local) : undefined
    return { amount: Number(withoutTax(BigInt(amount), rate, rounding)), currency }
  }
  const { lines, shipping, ...rest } = basket
  const untaxed: Basket = {
    ...rest,
    lines: lines.map((line) => ({ ...line, unitPrice: net(line.unitPrice, line.taxClass) })),
    ...(shipping && { shipping: net(shipping, STANDARD) }),
  }
  return { basket: untaxed, local: [], taxIncluded, rounding, reverseCharge: true }
}
