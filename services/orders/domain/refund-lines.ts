import type { Money } from '@souk/contracts/money'
import { money, split } from '@souk/contracts/money'
import { isRefusal, type Refusal, refuse } from '@souk/kit/contract'
import type { BookedRefund, Order, OrderLine } from './order.ts'

/**
 * What was paid for units of lines. A line's total is split over its units by largest remainder once and for
 * all, and units are paid back in that order: refunding all of them one by one gives exactly the line's total.
 */
export function refundForLines(
  order: Order,
  asked: readonly { lineId: string; quantity: number }[],
  { shipping = false }: { shipping?: boolean | undefined } = {},
): Money | Refusal<'refund_exceeds_captured'> {
  if (shipping && isShippingRefunded(order))
    return refuse('refund_exceeds_captured', { detail: 'Delivery was refunded already.' })
  let amount = shipping ? paidForShipping(order) : 0
  for (const { lineId, quantity } of together(asked)) {
    const line = order.lines.find(({ id }) => id === lineId)
    const before = refundedUnits(order, lineId)
    if (!line || before + quantity > keptUnits(order, line)) {
      const left = line ? keptUnits(order, line) - before : 0
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
  { requestId, lines, shipping }: Pick<BookedRefund, 'requestId' | 'lines' | 'shipping'>,
): Order | Refusal<'refund_exceeds_captured'> {
  const { refunding = [] } = order
  if (refunding.some((one) => one.requestId === requestId)) return order
  const amount = refundForLines(order, lines, { shipping })
  if (isRefusal(amount)) return amount
  const booked = { requestId, amount, lines, ...(shipping && { shipping }) }
  return { ...order, refunding: [...refunding, booked], version: order.version + 1 }
}

/** Its own tax is what no line has, where tax comes on top. */
const paidForShipping = ({ totals, lines }: Order): number =>
  totals.shipping.amount +
  (totals.taxIncluded ? 0 : lines.reduce((rest, { tax }) => rest - tax.amount, totals.tax.amount))

const isShippingRefunded = ({ refunds, refunding = [] }: Order): boolean =>
  [...refunds.filter(({ status }) => status !== 'failed'), ...refunding].some(({ shipping }) => shipping)

/** The request was answered: its units are in a refund now, or free again. */
export function unbookRefund(order: Order, requestId: string): Order {
  const { refunding = [] } = order
  const others = refunding.filter((one) => one.requestId !== requestId)
  return others.length === refunding.length
    ? order
    : { ...order, refunding: others, version: order.version + 1 }
}

/** What is left of a line when an edit that is booked is made. */
export const keptUnits = ({ editing }: Order, line: OrderLine): number =>
  editing?.lines.find(({ lineId }) => lineId === line.id)?.quantity ?? line.quantity

/** Units that were paid back, are about to be, or count towards what they were exchanged for. */
export const refundedUnits = ({ refunds, refunding = [], exchanges = [] }: Order, lineId: string): number =>
  [...refunds.filter(({ status }) => status !== 'failed'), ...refunding, ...exchanges]
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
