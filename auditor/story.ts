import { isLate, isYoung, type Patience } from './patience.ts'
import type { BookEntry } from './provider-book.ts'
import type { StoredReservation } from './store/inventory.ts'
import type { StoredOrder } from './store/orders.ts'
import type { Confirmations, StoredCart, StoredPurchase, StoredShipment } from './store/other-tables.ts'
import type { StoredPayment } from './store/payments.ts'
import type { StoredRedemption } from './store/pricing.ts'
import type { StoredSaga } from './store/sagas.ts'

/** All that every database and the provider know of one order. Nothing of it need be there. */
export interface OrderStory {
  readonly id: string
  readonly order: StoredOrder | undefined
  readonly cart: StoredCart | undefined
  /** Its attempts to be paid, oldest first. */
  readonly payments: readonly StoredPayment[]
  readonly reservation: StoredReservation | undefined
  readonly redemption: StoredRedemption | undefined
  readonly sagas: readonly StoredSaga[]
  readonly confirmations: Confirmations | undefined
  readonly shipments: readonly StoredShipment[]
  /** What recommendations count of it. */
  readonly purchase: StoredPurchase | undefined
  /** Units that came back on the shelf, by SKU. */
  readonly returned: ReadonlyMap<string, number>
  /** The provider’s. */
  readonly entries: readonly BookEntry[]
}

/** An order’s name for people. */
export const nameOf = ({ id, order }: OrderStory): string =>
  order ? `Order ${id}` : `Order ${id}, which is not there,`

export const isOver = ({ state }: StoredSaga): boolean =>
  state === 'completed' || state === 'undone' || state === 'stuck'

/** Whether something about the order is still moving or moved just now, so that its databases may differ. */
export function isUnderWay(story: OrderStory, patience: Patience): boolean {
  if (patience.isStrict) return false
  const { order, payments, sagas, entries } = story
  const young = (at: Date | string | undefined | null) =>
    at !== undefined && at !== null && isYoung(at, patience)
  return (
    sagas.some((saga) => isConducted(saga, patience) || young(saga.startedAt) || young(saga.endedAt)) ||
    young(order?.document.timeline.at(-1)?.at) ||
    payments.some(({ transactions }) => young(transactions.at(-1)?.at)) ||
    entries.some(({ at, isLate }) => isLate || young(at)) ||
    payments.some((payment) => isAskedAbout(payment, patience))
  )
}

/** Who waits for a customer may take until their deadline; what follows by itself, as long as anything may. */
export function isConducted(saga: StoredSaga, patience: Patience): boolean {
  if (isOver(saga)) return false
  return saga.name === 'checkout' || saga.name === 'further-payment'
    ? !isLate(saga.deadline, patience)
    : !isLate(saga.startedAt, patience)
}

/** Its outcome is not known, and not for long. */
function isAskedAbout(payment: StoredPayment, patience: Patience): boolean {
  const last = payment.transactions.at(-1)
  return payment.isOpen && last !== undefined && !isLate(last.at, patience)
}
