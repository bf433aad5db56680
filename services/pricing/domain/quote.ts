import type { Money } from '@souk/contracts/money'
import type { quote as contract, Quote } from '@souk/contracts/pricing'
import type { Explained, Given, Promotion } from '@souk/contracts/promotions'
import { type Input, refuse } from '@souk/kit/contract'
import { toPercent } from './percent.ts'
import { amountOf, applyPromotions, type Outcome } from './promotions/apply.ts'
import { type Named, outcomesOfCodes, promotionsNamed } from './promotions/codes.ts'
import { isCounted, type Usage } from './promotions/usage.ts'
import type { Rules } from './rules.ts'
import { type Taxed, taxed } from './tax.ts'
import { rateFor, STANDARD } from './tax-rate.ts'
import { termsOf } from './terms.ts'

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
export function quote(asked: Basket, at: At) {
  const terms = termsOf(asked, at.rules)
  const { basket, local } = terms
  const codes = new Map(at.named.map(({ promotionId, code }) => [promotionId, code]))
  const open = promotionsNamed(at.rules.promotions, codes)
  const outcomes = applyPromotions(open, { ...toPromote(basket, at.now), codes, usage: at.usage })
  const parts = basket.lines.map(({ id, unitPrice, quantity, taxClass }) => {
    const gross = BigInt(unitPrice.amount) * BigInt(quantity)
    const discount = sum(outcomes.map(({ off }) => off.lines.get(id) ?? 0n))
    return { id, gross, discount, amount: gross - discount, rate: rateFor(taxClass, local) }
  })
  const delivery = {
    ...{ id: '', gross: 0n, discount: 0n, rate: rateFor(STANDARD, local) },
    amount: BigInt(basket.shipping?.amount ?? 0) - sum(outcomes.map(({ off }) => off.shipping)),
  }
  const priced = taxed([...parts, delivery], terms)
  const lines = priced.slice(0, parts.length)
  const totals = add(lines, priced.at(-1) as Taxed, terms.taxIncluded)
  if (totals.subtotal > LIMIT || totals.total > LIMIT)
    return refuse('amount_too_large', { detail: 'The sum is more than an order can hold.' })
  const money = inCurrency(basket.currency)
  return {
    lines: lines.map(({ id, discount, tax, amount }, index) => ({
      id,
      ...(terms.reverseCharge && { unitPrice: basket.lines[index]?.unitPrice }),
      discount: money(discount),
      tax: money(tax),
      total: money(amount),
    })),
    taxes: byRate(priced).map(({ amount, ...named }) => ({ ...named, amount: money(amount) })),
    totals: {
      subtotal: money(totals.subtotal),
      discount: money(totals.discount),
      shipping: money(totals.shipping),
      tax: money(totals.tax),
      total: money(totals.total),
      taxIncluded: terms.taxIncluded,
    },
    promotions: outcomes
      .filter(({ outcome }) => outcome === 'given')
      .map(({ promotion, off }) => given(promotion, money(amountOf(off)), codes.get(promotion.id))),
    ...(basket.codes && { codes: outcomesOfCodes(basket.codes, at.named, outcomes) }),
    ...(basket.explain && { explanation: outcomes.map((outcome) => explain(outcome, money)) }),
    rounding: terms.rounding,
    ...(terms.reverseCharge && { reverseCharge: true }),
  } satisfies Quote
}

const given = (promotion: Promotion, amount: Money, code: string | undefined): Given => ({
  promotionId: promotion.id,
  title: promotion.title,
  amount,
  ...(code !== undefined && { code }),
  ...(isCounted(promotion) && { isCounted: true }),
})

const sum = (amounts: readonly bigint[]) => amounts.reduce((a, b) => a + b, 0n)

const inCurrency =
  (currency: string) =>
  (amount: bigint): Money => ({ amount: Number(amount), currency })

function add(
  lines: readonly (Taxed & { gross: bigint; discount: bigint })[],
  delivery: Taxed,
  taxIncluded: boolean,
) {
  const subtotal = sum(lines.map(({ gross }) => gross))
  const discount = sum(lines.map((line) => line.discount))
  const tax = sum([...lines, delivery].map((one) => one.tax))
  const net = subtotal - discount + delivery.amount
  return { subtotal, discount, shipping: delivery.amount, tax, total: taxIncluded ? net : net + tax }
}

/** One row per name and rate, in the order of their names. Delivery that is free brings no row of its own. */
function byRate(parts: readonly Taxed[]) {
  const rows = new Map<string, { name: string; rate: string; amount: bigint }>()
  for (const { rate, tax, amount } of parts) {
    if (!rate || amount === 0n) continue
    const key = JSON.stringify([rate.name, rate.rate])
    const row = rows.get(key) ?? { name: rate.name, rate: toPercent(rate.rate), amount: 0n }
    rows.set(key, { ...row, amount: row.amount + tax })
  }
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
}

const toPromote = ({ currency, lines, shipping, shippingAddress }: Basket, now: number) => ({
  currency,
  country: shippingAddress?.country,
  now,
  shipping: BigInt(shipping?.amount ?? 0),
  lines: lines.map(({ id, sku, productId, quantity, unitPrice }) => ({
    ...{ id, sku, productId, quantity, unitPrice: BigInt(unitPrice.amount) },
    left: BigInt(unitPrice.amount) * BigInt(quantity),
  })),
})

const explain = (
  { promotion, outcome, because, off }: Outcome,
  money: (amount: bigint) => Money,
): Explained => ({
  promotionId: promotion.id,
  title: promotion.title,
  outcome,
  ...(because !== undefined && { because }),
  lines: [...off.lines].flatMap(([lineId, amount]) =>
    amount > 0n ? [{ lineId, amount: money(amount) }] : [],
  ),
  shipping: money(off.shipping),
})
