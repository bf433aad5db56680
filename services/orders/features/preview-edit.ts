import { money } from '@souk/contracts/money'
import type { previewEdit as contract } from '@souk/contracts/orders'
import { isRefusal, refuse } from '@souk/kit/contract'
import type { Query } from '@souk/kit/service'
import { editable } from '../domain/book-edit.ts'
import { dueOf, overpaidOf } from '../domain/payments.ts'
import type { OrdersStore } from '../store/orders-store.ts'
import { planWish, priceWish } from './plan-wish.ts'

/** The same decision as the edit’s, with nothing booked, promised or taken. */
export const previewEdit: Query<typeof contract, OrdersStore> = async ({ id, lines }, room) => {
  const order = await room.store.find(id)
  if (!order) return refuse('not_found')
  const unfit = editable(order, { isExchange: false })
  if (unfit) return unfit
  const wish = await priceWish(order, lines, room)
  if (isRefusal(wish)) return wish
  const plan = planWish(order, wish)
  if (isRefusal(plan)) return plan
  const entry = { id: 'preview', request: 'preview', before: order.totals, credit: 0 }
  const after = { ...order, ...plan, edits: [...(order.edits ?? []), entry] }
  return {
    before: order.totals,
    after: plan.totals,
    lines: [...plan.lines],
    amountDue: money(dueOf(after), order.currency),
    refund: money(overpaidOf(after), order.currency),
  }
}
