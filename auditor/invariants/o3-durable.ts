import type { Invariant } from '../invariant.ts'
import { announcedAndGone } from '../store/orders.ts'
import type { OrderStory } from '../story.ts'

export const durable: Invariant = {
  id: 'O3',
  title: 'Whatever anybody was told of an order, the order is there',
  eachOrder(story, { looked, offends }) {
    const traces = tracesOf(story)
    if (traces.length === 0) return
    looked()
    if (!story.order)
      offends({
        id: story.id,
        about: story.id,
        says: `Order ${story.id} is not there, and it left behind: ${traces.join(', ')}.`,
      })
  },
  async wholeShop({ snapshots }, { offends }) {
    for (const { eventId, orderId, type } of await announcedAndGone(snapshots.of('orders')))
      offends({ id: eventId, about: orderId, says: `Order ${orderId} is not there, and ${type} told of it.` })
  },
}

function tracesOf({ sagas, confirmations, shipments, payments, entries }: OrderStory): string[] {
  return [
    ...(sagas.some(({ name, state }) => name === 'checkout' && state === 'completed')
      ? ['a completed checkout']
      : []),
    ...(confirmations && confirmations.count > 0 ? ['a confirmation by mail'] : []),
    ...(shipments.length > 0 ? [`${shipments.length} parcels`] : []),
    ...payments.filter(({ amount }) => amount > 0).map(({ id }) => `payment ${id}`),
    ...(entries.length > 0 ? [`${entries.length} lines in the provider’s ledger`] : []),
  ]
}
