import type { editOrder as contract } from '@souk/contracts/orders'
import { isRefusal, refuse } from '@souk/kit/contract'
import type { Process } from '@souk/kit/service'
import type { OrdersStore } from '../store/orders-store.ts'
import { beginEdit, conductEdit, editOf } from './begin-edit.ts'
import { requestOf } from './capture-order.ts'
import { priceWish } from './plan-wish.ts'

export const editOrder: Process<typeof contract, OrdersStore> = async ({ id, lines, reason }, room) => {
  const order = await room.store.find(id)
  if (!order) return refuse('not_found')
  const before = editOf(order, requestOf(room))
  if (before) return await conductEdit(id, before, room)
  const wish = await priceWish(order, lines, room)
  return isRefusal(wish) ? wish : await beginEdit<never>({ order, wish, reason }, room)
}
