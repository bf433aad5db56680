import type { Money } from '@souk/contracts/money'
import { money, split } from '@souk/contracts/money'
import { isRefusal, type Refusal, refuse } from '@souk/kit/contract'
import type { BookedRefund, Order } from './order.ts'

/**
 * What was paid for units of lines. A line's total is split over its units by largest remainder once and for
 * all, and units are paid back in that order: refunding all of them one by one gives exactly the line's total.
 */
export function refundForLines(
  order: Order,
  asked: readonly { lineId: string; quantity: number }[],
): Money | Refusal<'refund_exceeds_captured'> {
  let amount = 0
  for (const { lineId, quantity } of together(asked)) {
    const line = order.lines.find(({ id }) => id === lineId)
    const before = refundedUnits(order, lineId)
    if (!line || before + quantity > line.quantity) {
      const left = line ? line.quantity - before : 0
      const detail = `Of line ${lineId} only ${left} can be refunded.`
      return refuse('refund_exceeds_captured', {
        detail,
        errors: [{ path: 'lines', code: 'too_many', message: detail, lineId }],
      })
    }
    const paid = line.total.amount + (order.totals.taxIncluded ? 0 : line.tax.amount)
    const shares = split(paid, Array<number>(line.quantity).fill(1))
    amount += shares.slice(before, before + quantity).reduce((a, b) => a + b, 0)
  }
  return money(amount, order.currency)
}

/** The amount for these units, with the units kept for this request; the same request again finds its own. */
export function bookRefund(
  order: Order,
  { requestId, lines }: Pick<BookedRefund, 'requestId' | 'lines'>,
): Order | Refusal<'refund_exceeds_captured'> {
  const { refunding = [] } = order
  if (refunding.some((one) => one.requestId === requestId)) return order
  const amount = refundForLines(order, lines)
  if (isRefusal(amount)) return amount
  return { ...order, refunding: [...refunding, { requestId, amount, lines }], version: order.version + 1 }
}

/** The request was answered: its units are in a refund now, or free again. */
export function unbookRefund(order: Order, requestId: string): Order {
  const { refunding = [] } = order
  const others = refunding.filter((one) => one.requestId !== requestId)
  return others.length === refunding.length
    ? order
    : { ...order, refunding: others, version: order.version + 1 }
}

const refundedUnits = ({ refunds, refunding = [] }: Order, lineId: string): number =>
  [...refunds.filter(({ status }) => status !== 'failed'), ...refunding]
    .flatMap(({ lines }) => lines)
    .filter((line) => line.lineId === lineId)
    .reduce((sum, { quantity }) => sum + quantity, 0)

/** The same line named twice counts together. */
export function together<Line extends { lineId: string; quantity: number }>(
  lines: readonly Line[],
): { lineId: string; quantity: number }[] {
  const total = new Map<string, number>()
  for (const { lineId, quantity } of lines) total.set(lineId, (total.get(lineId) ?? 0) + quantity)
  return [...total].map(([lineId, quantity]) => ({ lineId, quantity }))
}
