import type { Order } from '@souk/contracts/orders'
import { type Books, NOTHING, type Taken, takenByOrder } from './books.ts'
import { mayBeRefused, type Purchase } from './history.ts'
import type { Shelves } from './stock.ts'

/** One thing that is not as it must be. */
export interface Finding {
  readonly check: Check
  /** The order or SKU it is about. */
  readonly about: string
  readonly says: string
}

export type Check =
  | 'acknowledged order lost'
  | 'more than one order'
  | 'duplicate charge'
  | 'charge without order'
  | 'wrong amount'
  | 'other goods'
  | 'cancellation undone'
  | 'stock miscounted'
  | 'order stuck'
  | 'unexpected answer'

/** Holds what shoppers were told against what the shop and the provider say now. */
export function findings(purchases: readonly Purchase[], books: Books, shelves: Shelves): Finding[] {
  const taken = takenByOrder(books.ledger)
  const of = (orderId: string) => taken.get(orderId) ?? NOTHING
  return [
    ...purchases.flatMap((one) => keptPromises(one, books, of)),
    ...oneOrderEach(purchases, books),
    ...[...books.orders.values()].flatMap((order) => paidRightly(order, of(order.id))),
    ...chargesWithoutOrder(taken, books),
    ...shelves.skus.flatMap((sku) => countedRightly(sku, books, shelves)),
  ]
}

function keptPromises(purchase: Purchase, { orders }: Books, of: (id: string) => Taken): Finding[] {
  const surprises = purchase.surprises.map(
    (says): Finding => ({ check: 'unexpected answer', about: purchase.email, says }),
  )
  const { order: told, refusal } = purchase
  if (purchase.outcome === 'refused' && !mayBeRefused(purchase))
    surprises.push({ check: 'unexpected answer', about: purchase.email, says: `refused: ${refusal}` })
  if (!told) return surprises
  const order = orders.get(told.id)
  if (!order) return [...surprises, { check: 'acknowledged order lost', about: told.id, says: 'not found' }]
  return [...surprises, ...asTold(purchase, order, of(order.id))]
}

function asTold({ order: told, cancelled, ...purchase }: Purchase, order: Order, taken: Taken): Finding[] {
  const found: Finding[] = []
  const note = (check: Check, says: string) => found.push({ check, about: order.id, says })
  const [put, got] = [goodsIn(purchase.lines), goodsIn(order.lines)]
  if (put !== got) note('other goods', `put into the cart ${put}, ordered ${got}`)
  if (order.totals.total.amount !== told?.total)
    note('wrong amount', `told ${told?.total}, is ${order.totals.total.amount}`)
  if (cancelled === undefined && !STANDING.has(order.status))
    note('acknowledged order lost', `is ${order.status} (${order.cancelReason})`)
  if (cancelled === 'acknowledged' && order.status !== 'cancelled')
    note('cancellation undone', `is ${order.status}`)
  if (cancelled !== undefined) return found
  const { refundAsked: most, refundAcknowledged: least } = purchase
  if (taken.refunded < least || taken.refunded > most)
    note('wrong amount', `refunded ${taken.refunded}, acknowledged ${least}, asked for ${most}`)
  return found
}

const goodsIn = (lines: readonly { sku: string; quantity: number }[]): string =>
  lines
    .map(({ sku, quantity }) => `${quantity} × ${sku}`)
    .sort()
    .join(', ')

const STANDING = new Set<Order['status']>(['confirmed', 'processing', 'completed'])

/** Each purchase has an e-mail of its own: at most one order of it stands, and no order is of nobody. */
function oneOrderEach(purchases: readonly Purchase[], { orders }: Books): Finding[] {
  const known = new Set(purchases.map(({ email }) => email))
  const standing = Map.groupBy(
    [...orders.values()].filter(({ status }) => status !== 'cancelled'),
    ({ email }) => email,
  )
  return [...standing].flatMap(([email, made]): Finding[] => {
    const ids = made.map(({ id }) => id).join(', ')
    if (!known.has(email)) return [{ check: 'more than one order', about: ids, says: `nobody is ${email}` }]
    return made.length > 1 ? [{ check: 'more than one order', about: ids, says: `all of ${email}` }] : []
  })
}

/** What edits took out went back; what they added was paid in a charge of its own. */
function paidRightly(order: Order, { charges, captured, refunded }: Taken): Finding[] {
  const found: Finding[] = []
  const note = (check: Check, says: string) => found.push({ check, about: order.id, says })
  const total = order.totals.total.amount
  const isEdited = order.timeline.some(({ type }) => type === 'edited')
  if (charges > (isEdited ? order.payments.length : 1)) note('duplicate charge', `charged ${charges} times`)
  if (captured !== 0 && captured - (isEdited ? refunded : 0) !== total)
    note('wrong amount', `captured ${captured} of ${total}`)
  if (order.status === 'pending') note('order stuck', `pending since ${order.placedAt}`)
  if (order.status === 'cancelled' && captured !== refunded)
    note('wrong amount', `cancelled, and ${captured - refunded} was kept`)
  const ours = {
    captured: order.payments.reduce((all, payment) => all + payment.captured.amount, 0),
    refunded: order.payments.reduce((all, payment) => all + payment.refunded.amount, 0),
  }
  if (ours.captured !== captured || ours.refunded !== refunded)
    note(
      'wrong amount',
      `the provider took ${captured} − ${refunded}, we say ${ours.captured} − ${ours.refunded}`,
    )
  return found
}

const chargesWithoutOrder = (taken: ReadonlyMap<string, Taken>, { orders }: Books): Finding[] =>
  [...taken]
    .filter(([id, { captured, refunded }]) => !orders.has(id) && captured !== refunded)
    .map(([about, { captured, refunded }]) => ({
      check: 'charge without order',
      about,
      says: `${captured - refunded} was kept`,
    }))

/** Reserved is what stands and has not left; on hand is what was there, less what left, more what came back whole. */
function countedRightly(sku: string, { orders, stock }: Books, { quantity }: Shelves): Finding[] {
  const is = stock.get(sku)
  let promised = 0
  let left = 0
  let back = 0
  for (const order of orders.values()) {
    const ids = new Set(order.lines.filter((line) => line.sku === sku).map(({ id }) => id))
    const ordered = sum(order.lines.filter(({ id }) => ids.has(id)))
    const gone = order.fulfilments
      .filter(({ status }) => status === 'shipped' || status === 'delivered')
      .map(({ lines }) => sum(lines.filter(({ lineId }) => ids.has(lineId))))
      .reduce((a, b) => a + b, 0)
    if (order.status !== 'cancelled') promised += ordered - gone
    left += gone
    for (const { lines } of order.returns)
      back += sum(lines.filter((line) => ids.has(line.lineId) && line.disposition === 'restock'))
  }
  const due = { reserved: promised, onHand: quantity - left + back }
  if (is?.reserved === due.reserved && is.onHand === due.onHand) return []
  const says = `reserved ${is?.reserved} and on hand ${is?.onHand}, by its orders ${due.reserved} and ${due.onHand}`
  return [{ check: 'stock miscounted', about: sku, says }]
}

const sum = (lines: readonly { quantity: number }[]) =>
  lines.reduce((total, line) => total + line.quantity, 0)
