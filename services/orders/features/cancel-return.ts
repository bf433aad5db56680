import type { cancelReturn as contract } from '@souk/contracts/orders'
import { isRefusal, refuse } from '@souk/kit/contract'
import type { Feature } from '@souk/kit/service'
import { cancelReturn as cancel } from '../domain/return.ts'
import { viewOf } from '../domain/view.ts'
import type { OrdersStore } from '../store/orders-store.ts'
import { changeWithin } from './change-order.ts'
import { findOrder } from './find-order.ts'

export const cancelReturn: Feature<typeof contract, OrdersStore> = async ({ id, returnId, token }, room) => {
  const order = await findOrder({ id, token }, room)
  if (!order?.returns.some((one) => one.id === returnId)) return refuse('not_found')
  const made = await changeWithin(id, room, (now, act) => cancel(now, returnId, act))
  return isRefusal(made) ? made : viewOf(made)
}
