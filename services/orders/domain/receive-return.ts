import { type Refusal, refuse } from '@souk/kit/contract'
import { type Act, changed, type Order, type Return } from './order.ts'
import { together } from './refund-lines.ts'
import { hasArrived, isElsewhere, replaced } from './return.ts'

type ReturnLine = Return['lines'][number]
export type Disposition = NonNullable<ReturnLine['disposition']>

export interface Received {
  id: string
  lines: readonly { lineId: string; quantity: number; disposition?: Disposition | undefined }[]
  /** The rest is on its way; otherwise what did not arrive is dropped from the return. */
  moreToCome: boolean
}

/** What arrived must be among what was to come back. What was looked at right away has its disposition. */
export function receiveReturn(
  order: Order,
  { id, lines, moreToCome }: Received,
  act: Act,
): Order | Refusal<'wrong_status' | 'receipt_differs'> {
  const found = order.returns.find((one) => one.id === id)
  if (found?.status !== 'approved') return isElsewhere(found)
  const awaited = found.lines.filter((line) => !hasArrived(line))
  const excess = beyond(awaited, lines)
  if (excess) return differs(excess, 'were to come back')
  const arrived = lines.map((line) => ({ ...arrival(line), ...reasonsOf(found, line.lineId) }))
  const rest = moreToCome ? without(awaited, lines) : []
  const received: Return = {
    ...found,
    status: rest.length > 0 ? 'approved' : 'received',
    lines: [...found.lines.filter(hasArrived), ...arrived, ...rest],
  }
  const type = rest.length > 0 ? 'return_partially_received' : 'return_received'
  return changed(order, { returns: replaced(order, received) }, { ...act, type })
}

const arrival = ({ lineId, quantity, disposition }: Received['lines'][number]) =>
  disposition ? { lineId, quantity, disposition } : { lineId, quantity, isReceived: true as const }

function reasonsOf({ lines }: Return, lineId: string): Pick<ReturnLine, 'reason' | 'reasonCode'> {
  const asked = lines.find((line) => line.lineId === lineId)
  return { reason: asked?.reason ?? '', ...(asked?.reasonCode && { reasonCode: asked.reasonCode }) }
}

export interface Inspected {
  id: string
  lines: readonly { lineId: string; quantity: number; disposition: Disposition }[]
}

/** Says of units that arrived what becomes of them. */
export function inspectReturn(
  order: Order,
  { id, lines }: Inspected,
  act: Act,
): Order | Refusal<'wrong_status' | 'receipt_differs'> {
  const found = order.returns.find((one) => one.id === id)
  if (found?.status !== 'approved' && found?.status !== 'received') return isElsewhere(found)
  const waiting = found.lines.filter(isUninspected)
  const excess = beyond(waiting, lines)
  if (excess) return differs(excess, 'wait to be inspected')
  const inspected: Return = {
    ...found,
    lines: [
      ...found.lines.filter((line) => !isUninspected(line)),
      ...lines.map((line) => ({ ...line, ...reasonsOf(found, line.lineId) })),
      ...without(waiting, lines),
    ],
  }
  return changed(order, { returns: replaced(order, inspected) }, { ...act, type: 'return_inspected' })
}

/** Nothing more is to come of it: every unit that arrived has been looked at. */
export function closeReturn(order: Order, id: string, act: Act): Order | Refusal<'wrong_status'> {
  const found = order.returns.find((one) => one.id === id)
  if (found?.status !== 'received') return isElsewhere(found)
  if (found.lines.some(isUninspected))
    return refuse('wrong_status', { detail: 'Some of it was not inspected yet.' })
  const closed: Return = { ...found, status: 'closed', outcome: 'completed' }
  return changed(order, { returns: replaced(order, closed) }, { ...act, type: 'return_closed' })
}

const isUninspected = (line: ReturnLine): boolean => hasArrived(line) && line.disposition === undefined

type Units = readonly { lineId: string; quantity: number }[]

function beyond(there: Units, asked: Units): { lineId: string; left: number } | undefined {
  const left = new Map(together(there).map(({ lineId, quantity }) => [lineId, quantity]))
  const excess = together(asked).find(({ lineId, quantity }) => quantity > (left.get(lineId) ?? 0))
  return excess && { lineId: excess.lineId, left: left.get(excess.lineId) ?? 0 }
}

/** What remains of lines when units are taken away. */
function without(lines: readonly ReturnLine[], taken: Units): ReturnLine[] {
  const gone = new Map(together(taken).map(({ lineId, quantity }) => [lineId, quantity]))
  return lines.flatMap((line) => {
    const portion = Math.min(line.quantity, gone.get(line.lineId) ?? 0)
    gone.set(line.lineId, (gone.get(line.lineId) ?? 0) - portion)
    return portion === line.quantity ? [] : [{ ...line, quantity: line.quantity - portion }]
  })
}

function differs({ lineId, left }: { lineId: string; left: number }, what: string) {
  const message = `Of line ${lineId} only ${left} ${what}.`
  return refuse('receipt_differs', {
    detail: message,
    errors: [{ path: 'lines', code: 'too_many', message, lineId }],
  })
}
