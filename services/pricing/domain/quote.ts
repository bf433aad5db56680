import type { quote as contract, Quote } from '@souk/contracts/pricing'
import { type Input, type Refusal, refuse } from '@souk/kit/contract'
import { applyPromotions, type Outcome } from './promotions/apply.ts'
import { type Named, promotionsNamed } from './promotions/codes.ts'
import type { Usage } from './promotions/usage.ts'
import type { Rules } from './rules.ts'
import { type Taxed, taxed } from './tax.ts'
import { rateFor, STANDARD } from './tax-rate.ts'
import { type Terms, termsOf } from './terms.ts'
import { type PricedLine, writeQuote } from './write-quote.ts'

export type Basket = Input<typeof contract>

/** The rules a quote is made by, what codes and uses are known, and when, in milliseconds since 1970. */
export interface At {
  rules: Rules
  named: readonly Named[]
  usage: Usage
  now: number
}

/** What the contract's Money can hold. */
const LIMIT = 9_000_000_000_000n

/**
 * What lines and delivery cost, with what promotions take off taken off before tax. Delivery is taxed like a line of the
 * standard class; every total is the sum of rounded parts, so they add up and their order does not matter.
 */
export function quote(asked: Basket, at: At): Quote | Refusal<'amount_too_large'> {
  const terms = termsOf(asked, at.rules)
  const { basket } = terms
  const codes = new Map(at.named.map(({ promotionId, code }) => [promotionId, code]))
  const open = promotionsNamed(at.rules.promotions, codes)
  const outcomes = applyPromotions(open, { ...toPromote(basket, at.now), codes, usage: at.usage })
  const { lines, delivery } = price(terms, outcomes)
  const totals = add(lines, delivery, terms.taxIncluded)
  if (totals.subtotal > LIMIT || totals.total > LIMIT)
    return refuse('amount_too_large', { detail: 'The sum is more than an order can hold.' })
  return writeQuote({ terms, lines, delivery, totals, outcomes, named: at.named })
}

/** All are taxed together, as the tax of a sum may be rounded and shared. */
function price(terms: Terms, outcomes: readonly Outcome[]): { lines: PricedLine[]; delivery: Taxed } {
  const { basket, local } = terms
  const lines = basket.lines.map(({ id, unitPrice, quantity, taxClass }) => {
    const gross = BigInt(unitPrice.amount) * BigInt(quantity)
    const discount = sum(outcomes.map(({ off }) => off.lines.get(id) ?? 0n))
    return { id, gross, discount, amount: gross - discount, rate: rateFor(taxClass, local) }
  })
  const delivery = {
    ...{ id: '', gross: 0n, discount: 0n, rate: rateFor(STANDARD, local) },
    amount: BigInt(basket.shipping?.amount ?? 0) - sum(outcomes.map(({ off }) => off.shipping)),
  }
  const priced = taxed([...lines, delivery], terms)
  return { lines: priced.slice(0, lines.length), delivery: priced.at(-1) as Taxed }
}

const sum = (amounts: readonly bigint[]) => amounts.reduce((a, b) => a + b, 0n)

function add(lines: readonly PricedLine[], delivery: Taxed, taxIncluded: boolean) {
  const subtotal = sum(lines.map(({ gross }) => gross))
  const discount = sum(lines.map((line) => line.discount))
  const tax = sum([...lines, delivery].map((one) => one.tax))
  const net = subtotal - discount + delivery.amount
  return { subtotal, discount, shipping: delivery.amount, tax, total: taxIncluded ? net : net + tax }
}

const toPromote = ({ currency, lines, shipping, shippingAddress, buyer }: Basket, now: number) => ({
  currency,
  country: shippingAddress?.country,
  groups: buyer?.customerGroups ?? [],
  now,
  shipping: BigInt(shipping?.amount ?? 0),
  lines: lines.map(({ id, sku, productId, quantity, unitPrice }) => ({
    ...{ id, sku, productId, quantity, unitPrice: BigInt(unitPrice.amount) },
    left: BigInt(unitPrice.amount) * BigInt(quantity),
  })),
})
