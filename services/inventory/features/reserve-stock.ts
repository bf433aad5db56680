import type { reserveStock as contract } from '@souk/contracts/inventory'
import { stockReserved } from '@souk/contracts/inventory'
import { answer, type Outcome, refuse } from '@souk/kit/contract'
import { type Asked, gathered, type Process, type Together } from '@souk/kit/service'
import type { Allocation } from '../domain/allocate.ts'
import { promising, reserveInTurn, type Shortfall, together } from '../domain/reserve.ts'
import type { Item } from '../domain/stock.ts'
import type { InventoryStore, Reservation } from '../store/inventory-store.ts'
import { changeStock } from './change-stock.ts'

type Order = Asked<typeof contract>
type Outcomes = Map<string, Outcome<typeof contract>>

/** Each order whole or not at all, in the order they came; one that has its answer already gets it again. */
export const reserveTogether: Together<typeof contract, InventoryStore> = async (asked, room) => {
  const { store, publish } = room
  const skus = together(asked.flatMap(({ input }) => input.lines)).map(({ sku }) => sku)
  const [items, known] = await Promise.all([
    store.lockItems(skus),
    store.findReservations(asked.map(({ input }) => input.orderId)),
  ])
  const outcomes: Outcomes = new Map()
  for (const reservation of known) outcomes.set(reservation.orderId, repeated(reservation))
  const kept = decide(
    asked.filter(({ input }, index) => !outcomes.has(input.orderId) && isFirst(asked, index)),
    { items, outcomes },
  )
  if (kept.length > 0) {
    const changes = kept.flatMap(({ allocations }) => promising(allocations))
    await Promise.all([store.addReservations(kept), changeStock(items, changes, room)])
    for (const { orderId, lines, trace } of kept) publish(stockReserved({ orderId, lines }), trace)
  }
  return asked.map(({ input }) => outcomes.get(input.orderId) ?? refuse('insufficient_stock'))
}

/** Orders that come to the same shelf together are decided in one transaction: a sale is a crowd before one row. */
export const reserveStock: Process<typeof contract, InventoryStore> = gathered({
  keys: ({ lines }) => lines.map(({ sku }) => sku),
  together: reserveTogether,
})

/** Notes what each is told; returns those who are promised something, with the shelves it comes from. */
function decide(orders: readonly Order[], { items, outcomes }: { items: Item[]; outcomes: Outcomes }) {
  const decisions = reserveInTurn(
    items,
    orders.map(({ input }) => input),
  )
  return decisions.flatMap((decision, index) => {
    const { input, trace } = orders[index] as Order
    const { orderId, expiresAt } = input
    if (!decision.ok) {
      outcomes.set(orderId, refuse('insufficient_stock', { errors: decision.shortfalls.map(tellShortfall) }))
      return []
    }
    outcomes.set(orderId, answer(201, { orderId, expiresAt }))
    const { allocations } = decision
    return [{ ...input, trace, allocations, bundles: bundlesOf(allocations, items) }]
  })
}

/** What the bundles among them are made of today: their parcels will hold just that. */
export const bundlesOf = (allocations: readonly Allocation[], items: readonly Item[]) =>
  [...new Set(allocations.flatMap(({ bundle }) => bundle ?? []))].map((sku) => ({
    sku,
    components: items.find((one) => one.sku === sku)?.components ?? [],
  }))

const isFirst = (asked: readonly Order[], index: number): boolean =>
  asked.findIndex(({ input }) => input.orderId === asked[index]?.input.orderId) === index

const repeated = ({ orderId, state, expiresAt }: Reservation) =>
  state === 'released' || state === 'expired'
    ? refuse('reservation_released')
    : answer(201, { orderId, expiresAt: expiresAt.toISOString() })

/** A shortfall in the words of a refusal. */
export const tellShortfall = ({ sku, wanted, available }: Shortfall) => ({
  code: 'insufficient_stock',
  message: available === 0 ? `${sku} is sold out` : `only ${available} of ${sku} left`,
  sku,
  wanted,
  available,
})
