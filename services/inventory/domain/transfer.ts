import { type Refusal, refuse } from '@souk/kit/contract'
import { type Item, type Level, unpromised } from './stock.ts'

export interface TransferLine {
  sku: string
  quantity: number
  received: number
  /** Did not arrive. */
  missing: number
  /** Came back to the origin, as the transfer was cancelled on its way. */
  recalled: number
}

export interface Transfer {
  id: string
  origin: string
  destination: string
  state: 'draft' | 'shipped' | 'received' | 'cancelled'
  note: string
  version: number
  createdAt: string
  lines: readonly TransferLine[]
}

/** What comes on a shelf or leaves it, what of its promise that settles, and what is expected there. */
export interface Move {
  sku: string
  location: string
  delta: number
  reserved?: number
  incoming?: number
}

type Step<Code extends string> =
  | { ok: true; transfer: Transfer; moves: Move[] }
  | { ok: false; refusal: Refusal<Code> }

/** What is still on its way. */
export const underWay = ({ quantity, received, missing, recalled }: TransferLine): number =>
  quantity - received - missing - recalled

/** Only what nobody was promised leaves the origin; until it arrives it is incoming at the destination. */
export function ship(
  transfer: Transfer,
  items: readonly Item[],
): Step<'wrong_status' | 'insufficient_stock'> {
  if (transfer.state !== 'draft') return wrongStatus(transfer, 'leave')
  const { origin, destination, lines } = transfer
  const errors = lines.flatMap(({ sku, quantity }, index) => {
    const level = items.find((item) => item.sku === sku)?.levels.find(at(origin))
    const left = level ? Math.max(0, unpromised(level)) : 0
    if (left >= quantity) return []
    const message = `Only ${left} of ${sku} at ${origin} are promised to nobody.`
    return [{ path: `lines.${index}.quantity`, code: 'insufficient_stock', message, sku, available: left }]
  })
  if (errors.length > 0) return { ok: false, refusal: refuse('insufficient_stock', { errors }) }
  return done(
    { ...transfer, state: 'shipped' },
    lines.flatMap(({ sku, quantity }) => [
      { sku, location: origin, delta: -quantity },
      { sku, location: destination, delta: 0, incoming: quantity },
    ]),
  )
}

export interface Arrival {
  lines: readonly { sku: string; quantity: number }[]
  /** Nothing more will come: the rest is missing. */
  isLast: boolean
}

export function receive(
  transfer: Transfer,
  { lines, isLast }: Arrival,
): Step<'wrong_status' | 'exceeds_transfer'> {
  if (transfer.state !== 'shipped') return wrongStatus(transfer, 'arrive')
  const arrived = new Map(lines.map(({ sku, quantity }) => [sku, quantity]))
  const errors = lines.flatMap(({ sku, quantity }, index) => {
    const line = transfer.lines.find((one) => one.sku === sku)
    const left = line ? underWay(line) : 0
    const message = `Only ${left} of ${sku} are on their way.`
    return quantity <= left ? [] : [{ path: `lines.${index}.quantity`, code: 'exceeds_transfer', message }]
  })
  if (errors.length > 0) return { ok: false, refusal: refuse('exceeds_transfer', { errors }) }
  const next = transfer.lines.map((line) => {
    const received = line.received + (arrived.get(line.sku) ?? 0)
    const left = underWay({ ...line, received })
    return { ...line, received, missing: line.missing + (isLast ? left : 0) }
  })
  const moves = transfer.lines.map((line, index) => ({
    sku: line.sku,
    location: transfer.destination,
    delta: arrived.get(line.sku) ?? 0,
    incoming: underWay(next[index] as TransferLine) - underWay(line),
  }))
  const state = next.every((line) => underWay(line) === 0) ? 'received' : 'shipped'
  return done({ ...transfer, state, lines: next }, moves)
}

/** What is on its way goes back to where it came from. */
export function cancel(transfer: Transfer): Step<'wrong_status'> {
  const { state, origin, destination, lines } = transfer
  if (state === 'draft') return done({ ...transfer, state: 'cancelled' }, [])
  if (state !== 'shipped') return wrongStatus(transfer, 'be cancelled')
  const moves = lines.flatMap((line) => [
    { sku: line.sku, location: origin, delta: underWay(line) },
    { sku: line.sku, location: destination, delta: 0, incoming: -underWay(line) },
  ])
  const recalled = lines.map((line) => ({ ...line, recalled: underWay(line) }))
  return done({ ...transfer, state: 'cancelled', lines: recalled }, moves)
}

const at = (location: string) => (level: Level) => level.location === location

const done = (transfer: Transfer, moves: Move[]) => ({
  ok: true as const,
  transfer: { ...transfer, version: transfer.version + 1 },
  moves,
})

const wrongStatus = ({ state }: Transfer, verb: string) => ({
  ok: false as const,
  refusal: refuse('wrong_status', { detail: `A transfer that is ${state} cannot ${verb}.` }),
})
