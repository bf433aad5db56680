import type { Invariant } from '../invariant.ts'
import { boughtFor, type StoredOrder, sumsToldOtherwise } from '../store/orders.ts'
import type { StoredPayment } from '../store/payments.ts'
import type { OrderStory } from '../story.ts'

export const rightAmount: Invariant = {
  id: 'M4',
  title:
    'An order’s total is what its lines add up to, what the buyer was shown and what was asked of the provider',
  eachOrder(story, { looked, offends }) {
    const { id, order } = story
    if (!order) return
    looked()
    for (const what of [...wrongSums(order), ...wrongPayments(story, order), ...wrongCart(story, order)])
      offends({ id, about: id, says: `Order ${id} ${what}.` })
  },
  async wholeShop({ snapshots }, { offends }) {
    for (const { eventId, orderId, told, is } of await sumsToldOtherwise(snapshots.of('orders')))
      offends({
        id: eventId,
        about: orderId,
        says: `Order ${orderId} has a total of ${is}, and its event ${eventId} told ${told} or other parts of it.`,
      })
  },
}

const sum = (amounts: readonly number[]) => amounts.reduce((a, b) => a + b, 0)

function wrongSums({ document }: StoredOrder): string[] {
  const { lines, totals, taxes, currency } = document
  const { subtotal, discount, shipping, tax, total, taxIncluded } = totals
  const gross = sum(lines.map(({ unitPrice, quantity }) => unitPrice.amount * quantity))
  const shares = sum(lines.map((line) => line.discount.amount))
  const due = gross - discount.amount + shipping.amount + (taxIncluded ? 0 : tax.amount)
  const taxed = sum(taxes.map(({ amount }) => amount.amount))
  const amounts = [
    subtotal,
    discount,
    shipping,
    tax,
    total,
    ...lines.flatMap((line) => [line.unitPrice, line.total]),
  ]
  const foreign = amounts.find((one) => one.currency !== currency)
  const wrong = lines.find(
    (line) => line.total.amount !== line.unitPrice.amount * line.quantity - line.discount.amount,
  )
  return [
    ...(subtotal.amount !== gross
      ? [`has a subtotal of ${subtotal.amount}; its lines add up to ${gross}`]
      : []),
    ...(total.amount !== due ? [`has a total of ${total.amount}; its parts add up to ${due}`] : []),
    ...(shares !== discount.amount
      ? [`has a discount of ${discount.amount}; its lines share ${shares}`]
      : []),
    ...(taxed !== tax.amount ? [`has ${tax.amount} of tax; its rates add up to ${taxed}`] : []),
    ...(wrong
      ? [`has a line ${wrong.id} of ${wrong.quantity} × ${wrong.unitPrice.amount} for ${wrong.total.amount}`]
      : []),
    ...(foreign ? [`is in ${currency}, and ${foreign.amount} of it in ${foreign.currency}`] : []),
    ...(amounts.some(({ amount }) => amount < 0) ? ['has a sum below nothing'] : []),
  ]
}

/** What may have been taken of an order in all: its total, and what was owed before edits and went back since. */
const takeable = ({ document: { totals, edits = [] } }: StoredOrder): number =>
  totals.total.amount + sum(edits.map(({ givenBack = 0 }) => givenBack))

function wrongPayments(story: OrderStory, order: StoredOrder): string[] {
  const { payments, entries } = story
  const total = { amount: takeable(order), currency: order.document.currency }
  const taken = entries.filter(({ kind, status }) => kind === 'capture' && status === 'succeeded')
  const captured = sum(taken.map(({ amount }) => amount))
  const ours = sum(payments.map((one) => one.captured))
  const back = sum(payments.map((one) => one.refunded))
  const promised = sum((order.document.edits ?? []).map(({ givenBack = 0 }) => givenBack))
  const foreign = taken.find(({ currency }) => currency !== total.currency)
  return [
    ...payments.flatMap((payment) => wrongAmount(payment, order)),
    ...(captured > total.amount ? [`is ${total.amount}, and the provider took ${captured}`] : []),
    ...(ours > total.amount ? [`is ${total.amount}, and we took ${ours}`] : []),
    ...(promised > back ? [`owes ${promised} less since it was edited, and ${back} went back`] : []),
    ...(foreign ? [`is in ${total.currency}, and the provider took ${foreign.currency}`] : []),
  ]
}

/** The first was asked for what was bought, each later one for what was due when it began. */
function wrongAmount({ attempt, amount, currency }: StoredPayment, order: StoredOrder): string[] {
  const due =
    attempt === 1
      ? boughtFor(order).total
      : order.document.attempts?.find(({ number }) => number === attempt)?.amount
  const text = due ? `${due.amount} ${due.currency}` : 'nothing'
  return amount === 0 || text === `${amount} ${currency}`
    ? []
    : [`is ${text}, and ${amount} ${currency} were asked for`]
}

/** A cart given back and frozen again belongs to another order; one no longer frozen has lost its snapshot. */
function wrongCart({ cart }: OrderStory, order: StoredOrder): string[] {
  const { id } = order
  const { amount, currency } = boughtFor(order).total
  if (!cart || cart.checkoutId !== id || cart.total === null) return []
  return cart.total === amount && cart.currency === currency
    ? []
    : [`is ${amount} ${currency}, and its buyer was shown ${cart.total} ${cart.currency}`]
}
