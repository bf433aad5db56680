import { type Act, changed, type Order } from './order.ts'

/** So much is on its way back, for the latest edit. Minor units. */
export function promiseBack(order: Order, amount: number): Order {
  return { ...order, edits: latest(order, amount), version: order.version + 1 }
}

/** So much of what was promised back was not: the order shows it as taken beyond what is owed. */
export function correctGivenBack(order: Order, missing: number, act: Act): Order {
  const detail = `${missing} ${order.currency} were not given back`
  return changed(order, { edits: latest(order, -missing) }, { ...act, type: 'refund_failed', detail })
}

const latest = ({ edits = [] }: Order, more: number) =>
  edits.map((edit, index) =>
    index === edits.length - 1 ? { ...edit, givenBack: (edit.givenBack ?? 0) + more } : edit,
  )
