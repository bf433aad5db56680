import type { Order } from '../orders/order.ts'

export type Sold = Pick<Order, 'status' | 'placedAt' | 'totals' | 'currency'>

export interface Period {
  /** In milliseconds, the first moment of the first day. */
  readonly from: number
  readonly days: number
}

export interface Day {
  /** The first moment of it, in milliseconds. */
  readonly from: number
  readonly orders: number
  /** In minor units. */
  readonly sales: number
}

export interface Figures {
  readonly orders: number
  readonly sales: number
}

/** So many days up to the end of today, in the reader’s time zone; and as many before those. */
export function periodsUpTo(now: Date, days: number): { now: Period; before: Period } {
  const begin = (back: number) => new Date(now.getFullYear(), now.getMonth(), now.getDate() - back).getTime()
  return {
    now: { from: begin(days - 1), days },
    before: { from: begin(2 * days - 1), days },
  }
}

/** Midnights of a period and the one after it: days have 23 or 25 hours where clocks change. */
function midnights({ from, days }: Period): number[] {
  const first = new Date(from)
  return Array.from({ length: days + 1 }, (_, day) =>
    new Date(first.getFullYear(), first.getMonth(), first.getDate() + day).getTime(),
  )
}

/** Orders and what they came to, day by day, in one currency; what was cancelled is no sale. */
export function salesByDay(
  orders: readonly Sold[],
  { period, currency }: { period: Period; currency: string },
): Day[] {
  const bounds = midnights(period)
  const sold = orders.filter((order) => order.currency === currency && order.status !== 'cancelled')
  return bounds.slice(0, -1).map((from, day) => {
    const until = bounds[day + 1] as number
    const those = sold.filter(({ placedAt }) => {
      const at = Date.parse(placedAt)
      return from <= at && at < until
    })
    return { from, orders: those.length, sales: those.reduce((sum, one) => sum + one.totals.total.amount, 0) }
  })
}

export const figuresOf = (days: readonly Day[]): Figures => ({
  orders: days.reduce((sum, day) => sum + day.orders, 0),
  sales: days.reduce((sum, day) => sum + day.sales, 0),
})

/** How much more or less, in whole per cent; nothing where there was nothing before. */
export const changeOf = (now: number, before: number): number | undefined =>
  before === 0 ? undefined : Math.round(((now - before) / before) * 100)

/** Currencies in which something was sold, the most orders first. */
export function currenciesOf(orders: readonly Sold[]): string[] {
  const counts = new Map<string, number>()
  for (const { currency } of orders) counts.set(currency, (counts.get(currency) ?? 0) + 1)
  return [...counts.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || a.localeCompare(b))
}
