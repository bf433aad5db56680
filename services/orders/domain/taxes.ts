import { money, plus } from '@souk/contracts/money'
import type { Order, OrderLine } from './order.ts'

export type Taxes = Order['taxes']

interface Less {
  line: OrderLine
  /** In minor units. */
  amount: number
  taxIncluded: boolean
}

/** Takes a line’s tax out of the rate that made it: the one whose share of the line comes nearest to its tax. */
export function withoutTax(taxes: Taxes, { line, amount, taxIncluded }: Less): Taxes {
  if (amount === 0) return taxes
  const distance = (rate: string) => {
    const part = Number(rate) / 100
    const share = taxIncluded ? part / (1 + part) : part
    return Math.abs(line.total.amount * share - line.tax.amount)
  }
  const [nearest] = taxes
    .filter((tax) => tax.amount.amount >= amount)
    .sort((a, b) => distance(a.rate) - distance(b.rate))
  if (!nearest) throw new Error(`no rate of the order holds the tax of line ${line.id}`)
  return taxes.map((tax) =>
    tax === nearest ? { ...tax, amount: money(tax.amount.amount - amount, tax.amount.currency) } : tax,
  )
}

/** Adds what was charged at each rate; a rate the order does not have yet is one more. */
export function withTaxes(taxes: Taxes, added: Taxes): Taxes {
  const isSame = (one: Taxes[number], other: Taxes[number]) =>
    one.name === other.name && one.rate === other.rate
  const brandNew = added.filter((tax) => !taxes.some((known) => isSame(known, tax)))
  const grown = taxes.map((known) => {
    const more = added.find((tax) => isSame(known, tax))
    return more ? { ...known, amount: plus(known.amount, more.amount) } : known
  })
  return [...grown, ...brandNew]
}
