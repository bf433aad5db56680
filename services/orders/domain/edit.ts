import { type Money, money, split } from '@souk/contracts/money'
import type { Totals } from '@souk/contracts/values'
import { type Refusal, refuse } from '@souk/kit/contract'
import { packedUnits } from './fulfil.ts'
import type { Order, OrderLine } from './order.ts'
import { refundedUnits } from './refund-lines.ts'
import { type Taxes, withoutTax, withTaxes } from './taxes.ts'

/** A line as it shall be: none of it takes it out. */
export interface Wanted {
  lineId: string
  quantity: number
}

/** Units to be added, with what they cost; of a line the order has, or of a new one. */
export interface Added {
  line: OrderLine
  taxes: Taxes
}

/** Everything an edit makes of an order, decided before anything is promised or taken. */
export interface EditPlan {
  lines: readonly OrderLine[]
  totals: Totals
  taxes: Taxes
  /** What each SKU needs more on the shelf, and what of it becomes free again. */
  more: readonly { sku: string; quantity: number }[]
  less: readonly { sku: string; quantity: number }[]
}

type Unfit = Refusal<'edit_below_fulfilled' | 'edit_empties_order' | 'unknown_line'>

/**
 * Only what is neither packed nor refunded can be taken away. Units that stay keep the price, discount and tax they
 * were bought at; what an order was promised for delivery stays as it is.
 */
export function planEdit(order: Order, wanted: readonly Wanted[], added: readonly Added[]): EditPlan | Unfit {
  let { taxes } = order
  const lines: OrderLine[] = []
  for (const line of order.lines) {
    const quantity = wanted.find(({ lineId }) => lineId === line.id)?.quantity ?? line.quantity
    const kept = Math.max(packedUnits(order, line.id), refundedUnits(order, line.id))
    if (quantity < Math.min(line.quantity, kept)) return below(line, kept)
    const less = quantity < line.quantity ? shrunk(line, quantity) : line
    taxes = withoutTax(taxes, {
      line,
      amount: line.tax.amount - less.tax.amount,
      taxIncluded: order.totals.taxIncluded,
    })
    const more = added.find((one) => one.line.id === line.id)
    if (more) taxes = withTaxes(taxes, more.taxes)
    if (quantity > 0) lines.push(more ? grown(less, more.line) : less)
  }
  for (const { line, taxes: its } of added.filter(
    (one) => !order.lines.some(({ id }) => id === one.line.id),
  )) {
    lines.push(line)
    taxes = withTaxes(taxes, its)
  }
  const stranger = wanted.find(({ lineId }) => !order.lines.some(({ id }) => id === lineId))
  if (stranger) return refuse('unknown_line', { detail: `The order has no line ${stranger.lineId}.` })
  if (lines.length === 0)
    return refuse('edit_empties_order', { detail: 'Nothing would be left of the order: cancel it instead.' })
  return { lines, taxes, totals: totalsOf(order, lines, taxes), ...stockOf(order.lines, lines) }
}

/** The first so many units of a line, whose shares of its total are as they were: the largest remainders come first. */
function shrunk(line: OrderLine, quantity: number): OrderLine {
  const first = ({ amount }: Money) =>
    split(amount, Array<number>(line.quantity).fill(1))
      .slice(0, quantity)
      .reduce((a, b) => a + b, 0)
  const { currency } = line.total
  const total = first(line.total)
  const discount = line.unitPrice.amount * quantity - total
  return {
    ...line,
    quantity,
    discount: money(discount, currency),
    tax: money(first(line.tax), currency),
    total: money(total, currency),
  }
}

const grown = (line: OrderLine, more: OrderLine): OrderLine => ({
  ...line,
  quantity: line.quantity + more.quantity,
  discount: money(line.discount.amount + more.discount.amount, line.total.currency),
  tax: money(line.tax.amount + more.tax.amount, line.total.currency),
  total: money(line.total.amount + more.total.amount, line.total.currency),
})

function totalsOf({ totals, currency }: Order, lines: readonly OrderLine[], taxes: Taxes): Totals {
  const sum = (amounts: readonly number[]) => amounts.reduce((a, b) => a + b, 0)
  const subtotal = sum(lines.map(({ unitPrice, quantity }) => unitPrice.amount * quantity))
  const discount = sum(lines.map((line) => line.discount.amount))
  const tax = sum(taxes.map(({ amount }) => amount.amount))
  const total = subtotal - discount + totals.shipping.amount + (totals.taxIncluded ? 0 : tax)
  return {
    ...totals,
    subtotal: money(subtotal, currency),
    discount: money(discount, currency),
    tax: money(tax, currency),
    total: money(total, currency),
  }
}

function stockOf(before: readonly OrderLine[], after: readonly OrderLine[]): Pick<EditPlan, 'more' | 'less'> {
  const change = new Map<string, number>()
  for (const { sku, quantity } of after) change.set(sku, (change.get(sku) ?? 0) + quantity)
  for (const { sku, quantity } of before) change.set(sku, (change.get(sku) ?? 0) - quantity)
  const units = [...change].map(([sku, quantity]) => ({ sku, quantity }))
  return {
    more: units.filter(({ quantity }) => quantity > 0),
    less: units
      .filter(({ quantity }) => quantity < 0)
      .map(({ sku, quantity }) => ({ sku, quantity: -quantity })),
  }
}

function below(line: OrderLine, kept: number): Refusal<'edit_below_fulfilled'> {
  const message = `Of ${line.sku} ${kept} are packed, sent or refunded already.`
  return refuse('edit_below_fulfilled', {
    detail: message,
    errors: [{ path: 'lines', code: 'too_few', message, lineId: line.id, kept }],
  })
}
