import type { FrozenCart } from '@souk/contracts/carts'
import type { Money } from '@souk/contracts/money'
import type { Order as OrderView } from '@souk/contracts/orders'
import type { Payment, Refund } from '@souk/contracts/payments'
import type { Rounding } from '@souk/contracts/pricing'
import type { Given } from '@souk/contracts/promotions'
import type { Shipment } from '@souk/contracts/shipping'
import type { Address, ShippingOption, Totals } from '@souk/contracts/values'

export type OrderStatus = OrderView['status']
export type OrderLine = OrderView['lines'][number]
export type TimelineEntry = OrderView['timeline'][number]
export type Return = OrderView['returns'][number]

/** Of a refund by lines: how many units of each were paid back. */
export interface OrderRefund extends Refund {
  lines: readonly { lineId: string; quantity: number }[]
  /** Delivery was paid back with it. */
  shipping?: boolean
}

/** A refund by lines that was asked for under this request and not answered yet: nobody else refunds its units. */
export interface BookedRefund {
  requestId: string
  amount: Money
  lines: OrderRefund['lines']
  shipping?: boolean
}

/** One payment of what was due after the checkout. */
export interface Attempt {
  /** The checkout’s own is 1. */
  number: number
  amount: Money
  /** Who asks again is recognised by this. */
  request: string
  state: 'open' | 'paid' | 'failed'
}

/** A change of what was bought, as it was made. */
export interface OrderEdit {
  id: string
  request: string
  before: Totals
  /** What was paid for goods that come back in exchange, in minor units. */
  credit: number
  /** What was taken, was owed no more and went back, in minor units. */
  givenBack?: number
  /** Nothing is on its way to be given back of what was taken until then. */
  isSettled?: boolean
}

/** A snapshot of what was bought, and what has become of it since. Everything else is derived. */
export interface Order {
  id: string
  number: string
  version: number
  status: OrderStatus
  wasConfirmed: boolean
  /** Announced once, also where an exchange opens it again. */
  wasCompleted?: boolean
  /** Set while the checkout still runs; the saga sees it and undoes. */
  isCancelRequested: boolean
  cancelReason?: string
  holdReason?: string
  cartId: string
  customerId: string | null
  email: string
  currency: string
  lines: readonly OrderLine[]
  /** What promotions gave; orders of before there were any have none. */
  promotions?: readonly Given[]
  totals: Totals
  taxes: FrozenCart['quote']['taxes']
  /** How its tax was rounded; orders of before this could be chosen do not say. */
  rounding?: Rounding
  /** Of the business that bought it, and whether that owes the tax. */
  taxId?: string
  reverseCharge?: boolean
  shippingAddress: Address
  billingAddress: Address
  shippingOption: ShippingOption
  payment: Payment | null
  /** Payments of what became due later, oldest first. */
  morePayments?: readonly Payment[]
  attempts?: readonly Attempt[]
  /** An edit that is booked and not made yet; of each line no more than this may be sent or refunded. */
  editing?: { id: string; request: string; lines: readonly { lineId: string; quantity: number }[] }
  edits?: readonly OrderEdit[]
  exchanges?: readonly { editId: string; returnId: string; credit: number; lines: Return['lines'] }[]
  refunds: readonly OrderRefund[]
  refunding?: readonly BookedRefund[]
  fulfilments: readonly Shipment[]
  /** Parcels that were told to leave: from then on the order is not cancelled any more. */
  leaving?: readonly string[]
  returns: readonly Return[]
  timeline: readonly TimelineEntry[]
  placedAt: string
}

/** Who did it, when and under which trace: what every change of an order is noted with. */
export interface Act {
  at: string
  actor: string
  traceId?: string | undefined
}

/** A changed order: its version goes up and its timeline says why. */
export function changed(
  order: Order,
  change: Partial<Order>,
  entry: Act & { type: string; detail?: string | undefined },
): Order {
  const { detail, traceId, ...facts } = entry
  const noted = { ...facts, ...(detail && { detail }), ...(traceId && { traceId }) }
  return { ...order, ...change, version: order.version + 1, timeline: [...order.timeline, noted] }
}
