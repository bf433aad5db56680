import { type Refusal, refuse } from '@souk/kit/contract'
import { type Act, changed, type Order, type Return } from './order.ts'
import { together } from './refund-lines.ts'
import { fulfilmentStatusOf } from './statuses.ts'

const DAY_MS = 86_400_000

interface Asked {
  id: string
  lines: Return['lines']
  /** For so many days after the last parcel arrived goods may be sent back. */
  windowDays: number
}

/** Only what has shipped can come back, only once, and only for a while. */
export function requestReturn(
  order: Order,
  { id, lines, windowDays }: Asked,
  act: Act,
): Order | Refusal<'return_exceeds_shipped' | 'return_window_closed'> {
  const until = returnableUntil(order, windowDays)
  if (until !== undefined && Date.parse(act.at) > Date.parse(until))
    return refuse('return_window_closed', { detail: `It could be returned until ${until}.` })
  const excess = beyondShipped(order, lines)
  if (excess) return excess
  const made: Return = { id, status: 'requested', lines: [...lines] }
  return changed(order, { returns: [...order.returns, made] }, { ...act, type: 'return_requested' })
}

/** Names the first line of which more would come back than was shipped and is not coming back already. */
export function beyondShipped(
  order: Order,
  lines: readonly { lineId: string; quantity: number }[],
): Refusal<'return_exceeds_shipped'> | undefined {
  for (const { lineId, quantity } of together(lines)) {
    const left = shippedUnits(order, lineId) - returningUnits(order, lineId)
    if (quantity > left) {
      const message = `Of line ${lineId} only ${left} can be returned.`
      return refuse('return_exceeds_shipped', {
        detail: message,
        errors: [{ path: 'lines', code: 'too_many', message, lineId, left }],
      })
    }
  }
  return undefined
}

/** Open while something is still to arrive. */
function returnableUntil(order: Order, windowDays: number): string | undefined {
  const arrived = order.timeline.findLast(({ type }) => type === 'delivered')
  if (!arrived || fulfilmentStatusOf(order) !== 'delivered') return undefined
  return new Date(Date.parse(arrived.at) + windowDays * DAY_MS).toISOString()
}

export function decideReturn(
  order: Order,
  id: string,
  verdict: { isApproved: boolean; reason?: string | undefined; act: Act },
): Order | Refusal<'wrong_status'> {
  const found = order.returns.find((one) => one.id === id)
  if (found?.status !== 'requested') return isElsewhere(found)
  const decided: Return = verdict.isApproved
    ? { ...found, status: 'approved' }
    : { ...found, status: 'closed', outcome: 'declined' }
  const type = verdict.isApproved ? 'return_approved' : 'return_declined'
  const entry = { ...verdict.act, type, detail: verdict.reason }
  return changed(order, { returns: replaced(order, decided) }, entry)
}

/** While nothing of it has arrived, whoever asked may think better of it; its units can be asked for again. */
export function cancelReturn(order: Order, id: string, act: Act): Order | Refusal<'wrong_status'> {
  const found = order.returns.find((one) => one.id === id)
  const isOpen = found?.status === 'requested' || found?.status === 'approved'
  if (!found || !isOpen || found.lines.some(hasArrived)) return isElsewhere(found)
  const cancelled: Return = { ...found, status: 'closed', outcome: 'cancelled' }
  return changed(order, { returns: replaced(order, cancelled) }, { ...act, type: 'return_cancelled' })
}

export const isElsewhere = (found: Return | undefined): Refusal<'wrong_status'> =>
  refuse('wrong_status', { detail: `The return is ${found?.status ?? 'unknown'}.` })

export const hasArrived = ({ isReceived, disposition }: Return['lines'][number]): boolean =>
  isReceived === true || disposition !== undefined

export const replaced = ({ returns }: Order, made: Return) =>
  returns.map((one) => (one.id === made.id ? made : one))

const shippedUnits = ({ fulfilments }: Order, lineId: string): number =>
  fulfilments
    .filter(({ status }) => status === 'shipped' || status === 'delivered')
    .flatMap(({ lines }) => lines)
    .filter((line) => line.lineId === lineId)
    .reduce((sum, { quantity }) => sum + quantity, 0)

const returningUnits = ({ returns }: Order, lineId: string): number =>
  returns
    .filter(({ status, outcome }) => status !== 'closed' || outcome === 'completed')
    .flatMap(({ lines }) => lines)
    .filter((line) => line.lineId === lineId)
    .reduce((sum, { quantity }) => sum + quantity, 0)
