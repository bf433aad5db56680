import { type Refusal, refuse } from '@souk/kit/contract'
import { type Act, changed, type Order, type Return } from './order.ts'
import { together } from './refund-lines.ts'

interface Asked {
  id: string
  lines: readonly { lineId: string; quantity: number; reason: string }[]
}

/** Only what has shipped can come back, and only once. */
export function requestReturn(
  order: Order,
  { id, lines }: Asked,
  act: Act,
): Order | Refusal<'return_exceeds_shipped'> {
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
  const made: Return = { id, status: 'requested', lines: [...lines] }
  return changed(order, { returns: [...order.returns, made] }, { ...act, type: 'return_requested' })
}

export function decideReturn(
  order: Order,
  id: string,
  verdict: { isApproved: boolean; act: Act },
): Order | Refusal<'wrong_status'> {
  const found = order.returns.find((one) => one.id === id)
  if (found?.status !== 'requested')
    return refuse('wrong_status', { detail: `The return is ${found?.status ?? 'unknown'}.` })
  const status = verdict.isApproved ? 'approved' : 'closed'
  const type = verdict.isApproved ? 'return_approved' : 'return_declined'
  return changed(order, { returns: replaced(order, { ...found, status }) }, { ...verdict.act, type })
}

export interface Received {
  id: string
  lines: readonly { lineId: string; quantity: number; disposition: 'restock' | 'damaged' }[]
}

/** What arrived must be among what was to come back. What did not arrive is dropped from the return. */
export function receiveReturn(
  order: Order,
  { id, lines }: Received,
  act: Act,
): Order | Refusal<'wrong_status' | 'receipt_differs'> {
  const found = order.returns.find((one) => one.id === id)
  if (found?.status !== 'approved')
    return refuse('wrong_status', { detail: `The return is ${found?.status ?? 'unknown'}.` })
  const expected = new Map(together(found.lines).map(({ lineId, quantity }) => [lineId, quantity]))
  for (const { lineId, quantity } of together(lines)) {
    if (quantity > (expected.get(lineId) ?? 0)) {
      const message = `Of line ${lineId} only ${expected.get(lineId) ?? 0} were to come back.`
      return refuse('receipt_differs', {
        detail: message,
        errors: [{ path: 'lines', code: 'too_many', message, lineId }],
      })
    }
  }
  const reasonOf = (lineId: string) => found.lines.find((line) => line.lineId === lineId)?.reason ?? ''
  const arrived = lines.map((line) => ({ ...line, reason: reasonOf(line.lineId) }))
  return changed(
    order,
    { returns: replaced(order, { ...found, status: 'received', lines: arrived }) },
    { ...act, type: 'return_received' },
  )
}

const replaced = ({ returns }: Order, made: Return) => returns.map((one) => (one.id === made.id ? made : one))

const shippedUnits = ({ fulfilments }: Order, lineId: string): number =>
  fulfilments
    .filter(({ status }) => status === 'shipped' || status === 'delivered')
    .flatMap(({ lines }) => lines)
    .filter((line) => line.lineId === lineId)
    .reduce((sum, { quantity }) => sum + quantity, 0)

const returningUnits = ({ returns }: Order, lineId: string): number =>
  returns
    .filter(({ status }) => status !== 'closed')
    .flatMap(({ lines }) => lines)
    .filter((line) => line.lineId === lineId)
    .reduce((sum, { quantity }) => sum + quantity, 0)
