import type { Money } from '@souk/contracts/money'
import type { Quote } from '@souk/contracts/pricing'
import type { Explained, Given, Promotion } from '@souk/contracts/promotions'
import { toPercent } from './percent.ts'
import { amountOf, type Outcome } from './promotions/apply.ts'
import { type Named, outcomesOfCodes } from './promotions/codes.ts'
import { isCounted } from './promotions/usage.ts'
import type { Taxed } from './tax.ts'
import type { Terms } from './terms.ts'

/** A line's price, what promotions take off it, and the tax of what is left. */
export interface PricedLine extends Taxed {
  readonly gross: bigint
  readonly discount: bigint
}

interface Decided {
  readonly terms: Terms
  readonly lines: readonly PricedLine[]
  readonly delivery: Taxed
  readonly totals: Readonly<Record<'subtotal' | 'discount' | 'shipping' | 'tax' | 'total', bigint>>
  readonly outcomes: readonly Outcome[]
  readonly named: readonly Named[]
}

/** What was decided, as the contract tells it. */
export function writeQuote({ terms, lines, delivery, totals, outcomes, named }: Decided): Quote {
  const { basket } = terms
  const money = inCurrency(basket.currency)
  const codes = new Map(named.map(({ promotionId, code }) => [promotionId, code]))
  return {
    lines: lines.map(({ id, discount, tax, amount }, index) => ({
      id,
      ...(terms.reverseCharge && { unitPrice: basket.lines[index]?.unitPrice }),
      discount: money(discount),
      tax: money(tax),
      total: money(amount),
    })),
    taxes: byRate([...lines, delivery]).map(({ amount, ...of }) => ({ ...of, amount: money(amount) })),
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
    ...(basket.codes && { codes: outcomesOfCodes(basket.codes, named, outcomes) }),
    ...(basket.explain && { explanation: outcomes.map((outcome) => explain(outcome, money)) }),
    rounding: terms.rounding,
    ...(terms.reverseCharge && { reverseCharge: true }),
  }
}

const given = (promotion: Promotion, amount: Money, code: string | undefined): Given => ({
  promotionId: promotion.id,
  title: promotion.title,
  amount,
  ...(code !== undefined && { code }),
  ...(isCounted(promotion) && { isCounted: true }),
})

const inCurrency =
  (currency: string) =>
  (amount: bigint): Money => ({ amount: Number(amount), currency })

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
