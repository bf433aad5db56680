import type { exchangeOrder as contract } from '@souk/contracts/orders'
import { type Input, isRefusal, type Refusal, refuse } from '@souk/kit/contract'
import type { Process } from '@souk/kit/service'
import type { Exchange } from '../domain/book-edit.ts'
import type { Order } from '../domain/order.ts'
import { refundForLines } from '../domain/refund-lines.ts'
import { beyondShipped } from '../domain/return.ts'
import type { OrdersStore } from '../store/orders-store.ts'
import { beginEdit, conductEdit, editOf } from './begin-edit.ts'
import { requestOf } from './capture-order.ts'
import { priceWish } from './plan-wish.ts'

/** Goods come back and others go out, on the same order: one edit that also takes back what is exchanged. */
export const exchangeOrder: Process<typeof contract, OrdersStore> = async (input, room) => {
  const { id, newLines, returnLines, reason } = input
  const order = await room.store.find(id)
  if (!order) return refuse('not_found')
  const before = editOf(order, requestOf(room))
  if (before) return await conductEdit(id, before, room)
  const wish = await priceWish(order, newLines, room)
  if (isRefusal(wish)) return wish
  const exchange = (now: Order, returnId: string) => exchangeOf(now, returnLines, returnId)
  return await beginEdit({ order, wish, reason, exchange }, room)
}

/** What was paid for what comes back; only what has shipped, is not coming back already and was not refunded. */
function exchangeOf(
  order: Order,
  lines: Input<typeof contract>['returnLines'],
  returnId: string,
): Exchange | Refusal<'return_exceeds_shipped'> {
  const excess = beyondShipped(order, lines)
  if (excess) return excess
  const paid = refundForLines(order, lines)
  if (isRefusal(paid)) return refuse('return_exceeds_shipped', { detail: paid.detail })
  return { returnId, lines, credit: paid.amount }
}
