import { type Act, changed, type Order, type OrderEdit } from './order.ts'
import { overpaidOf } from './payments.ts'

/** What was taken beyond what is owed is on its way back from here on, counted on the latest edit. Minor units. */
export function promiseBack(order: Order): { order: Order; amount: number } {
  const amount = overpaidOf(order)
  return {
    amount,
    order: latest(order, ({ givenBack = 0 }) => ({ givenBack: givenBack + amount, isSettled: true })),
  }
}

/** So much of what was promised back was not: the order shows it as taken beyond what is owed. */
export function correctGivenBack(order: Order, missing: number, act: Act): Order {
  const { edits } = latest(order, ({ givenBack = 0 }) => ({ givenBack: givenBack - missing }))
  const detail = `${missing} ${order.currency} were not given back`
  return changed(order, { edits: edits ?? [] }, { ...act, type: 'refund_failed', detail })
}

/** Whether something has to go back and nobody has begun to see to it. */
export const isUnsettled = (order: Order): boolean =>
  overpaidOf(order) > 0 && (order.edits ?? []).every(({ isSettled }) => isSettled)

/** Somebody begins to see to it. */
export const reopened = (order: Order): Order => latest(order, () => ({ isSettled: false }))

/** An edit before the latest is settled with it. */
function latest(order: Order, change: (edit: OrderEdit) => Partial<OrderEdit>): Order {
  const { edits = [] } = order
  const settles = (edit: OrderEdit, index: number) =>
    index === edits.length - 1 ? { ...edit, ...change(edit) } : { ...edit, isSettled: true }
  return { ...order, edits: edits.map(settles), version: order.version + 1 }
}
