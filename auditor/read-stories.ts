import type { ProviderBook } from './provider-book.ts'
import { reservationsIn, returnedUnits } from './store/inventory.ts'
import { everyNthOrder, ordersIn, type Range } from './store/orders.ts'
import { cartsById, confirmationsIn, purchasesIn, shipmentsIn } from './store/other-tables.ts'
import { paymentsIn } from './store/payments.ts'
import { redemptionsIn } from './store/pricing.ts'
import { sagasIn } from './store/sagas.ts'
import type { Snapshots } from './store/snapshot.ts'
import type { OrderStory } from './story.ts'

/** So many orders are held in memory at a time, whatever the shop has. */
const CHAPTER = 2_000
/** Before and behind every id. */
const FIRST = ''
const LAST = '\u{10ffff}'

/**
 * The story of each order, a chapter of ids at a time. The chapters cut the whole range of ids in every database, so a
 * payment or reservation of an order that is not there is in some chapter too.
 */
export async function* readStories(snapshots: Snapshots, book: ProviderBook): AsyncGenerator<OrderStory> {
  const returned = await readReturned(snapshots)
  const unread = new Set(book.orderIds())
  const bounds = [...(await everyNthOrder(snapshots.of('orders'), CHAPTER)), LAST]
  for (const [index, to] of bounds.entries()) {
    for (const story of await readChapter(snapshots, { from: bounds[index - 1] ?? FIRST, to })) {
      unread.delete(story.id)
      yield { ...story, entries: book.of(story.id), returned: returned.get(story.id) ?? new Map() }
    }
  }
  // Orders of which the provider alone has heard.
  for (const id of unread) yield { ...untold(id), entries: book.of(id), returned: new Map() }
}

type Told = Omit<OrderStory, 'entries' | 'returned'>

async function readChapter(snapshots: Snapshots, range: Range): Promise<Told[]> {
  const [orders, payments, reservations, redemptions, sagas, confirmations, shipments, purchases] =
    await Promise.all([
      ordersIn(snapshots.of('orders'), range),
      paymentsIn(snapshots.of('payments'), range),
      reservationsIn(snapshots.of('inventory'), range),
      redemptionsIn(snapshots.of('pricing'), range),
      sagasIn(snapshots.of('orders'), range),
      confirmationsIn(snapshots.of('notifications'), range),
      shipmentsIn(snapshots.of('shipping'), range),
      purchasesIn(snapshots.of('recommendations'), range),
    ])
  const carts = await cartsById(
    snapshots.of('carts'),
    orders.map(({ cartId }) => cartId),
  )
  const cartOf = keyed(carts, ({ id }) => id)
  const orderOf = keyed(orders, ({ id }) => id)
  const paymentsOf = Map.groupBy(payments, byOrder)
  const [reservationOf, redemptionOf, confirmationsOf, purchaseOf] = [
    keyed(reservations, byOrder),
    keyed(redemptions, byOrder),
    keyed(confirmations, byOrder),
    keyed(purchases, byOrder),
  ]
  const sagasOf = Map.groupBy(sagas, ({ key }) => key)
  const shipmentsOf = Map.groupBy(shipments, byOrder)
  const single = [orderOf, reservationOf, redemptionOf, confirmationsOf, purchaseOf]
  const every = [...single, paymentsOf, sagasOf, shipmentsOf]
  const ids = new Set(every.flatMap((one) => [...one.keys()]))
  return [...ids].map((id) => ({
    id,
    order: orderOf.get(id),
    cart: cartOf.get(orderOf.get(id)?.cartId ?? ''),
    payments: paymentsOf.get(id) ?? [],
    reservation: reservationOf.get(id),
    redemption: redemptionOf.get(id),
    sagas: sagasOf.get(id) ?? [],
    confirmations: confirmationsOf.get(id),
    shipments: shipmentsOf.get(id) ?? [],
    purchase: purchaseOf.get(id),
  }))
}

const byOrder = ({ orderId }: { orderId: string }) => orderId
const keyed = <Row>(rows: readonly Row[], key: (row: Row) => string) =>
  new Map(rows.map((row) => [key(row), row]))

const untold = (id: string): Told => ({
  id,
  order: undefined,
  cart: undefined,
  payments: [],
  reservation: undefined,
  redemption: undefined,
  sagas: [],
  confirmations: undefined,
  shipments: [],
  purchase: undefined,
})

async function readReturned(snapshots: Snapshots): Promise<Map<string, Map<string, number>>> {
  const rows = await returnedUnits(snapshots.of('inventory'))
  const grouped = Map.groupBy(rows, byOrder)
  return new Map(
    [...grouped].map(([id, units]) => [id, new Map(units.map(({ sku, quantity }) => [sku, quantity]))]),
  )
}
