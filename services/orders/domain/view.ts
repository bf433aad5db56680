import { money } from '@souk/contracts/money'
import type { OrderFacts, Order as OrderView } from '@souk/contracts/orders'
import type { Order } from './order.ts'
import { amountDue, dueOf, paymentsOf } from './payments.ts'
import { fulfilmentStatusOf, paymentStatusOf, returnStatusOf } from './statuses.ts'

/** The order as people see it: the snapshot, and every status derived. */
export function viewOf(order: Order): OrderView {
  const {
    wasConfirmed: _,
    wasCompleted: ___________,
    isCancelRequested: __,
    cartId: ___,
    leaving: ____,
    refunding: _____,
    payment: ______,
    promotions = [],
    morePayments: _______,
    attempts: ________,
    editing: _________,
    edits: __________,
    exchanges,
    refunds,
    fulfilments,
    ...shown
  } = order
  return {
    ...shown,
    paymentStatus: paymentStatusOf(order),
    fulfilmentStatus: fulfilmentStatusOf(order),
    returnStatus: returnStatusOf(order),
    lines: [...order.lines],
    promotions: promotions.map(({ title, amount, code }) => ({
      ...(code !== undefined && { code }),
      title,
      amount,
    })),
    payments: paymentsOf(order).map(paymentView),
    ...(dueOf(order) > 0 && { amountDue: amountDue(order) }),
    ...(exchanges && {
      exchanges: exchanges.map(({ returnId, credit }) => ({
        returnId,
        credit: money(credit, order.currency),
      })),
    }),
    refunds: refunds.map(({ id, amount, reason, status }) => ({ id, amount, reason, status })),
    fulfilments: fulfilments.map(({ orderId: _order, ...parcel }) => parcel),
    returns: [...order.returns],
    timeline: [...order.timeline],
  }
}

const paymentView = ({
  id,
  provider,
  status,
  amount,
  authorized,
  captured,
  refunded,
}: NonNullable<Order['payment']>) => ({
  id,
  provider,
  status,
  amount,
  authorized,
  captured,
  refunded,
})

/** What others are told of it. */
export const factsOf = (order: Order, { token, at }: { token: string; at: string }): OrderFacts => ({
  orderId: order.id,
  number: order.number,
  cartId: order.cartId,
  customerId: order.customerId,
  email: order.email,
  lines: order.lines.map(({ id, sku, title, quantity, unitPrice, total }) => ({
    id,
    sku,
    title,
    quantity,
    unitPrice,
    total,
  })),
  totals: order.totals,
  shippingAddress: order.shippingAddress,
  token,
  version: order.version,
  at,
})
