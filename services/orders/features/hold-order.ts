import type { holdOrder as hold, releaseHold as release } from '@souk/contracts/orders'
import { isRefusal } from '@souk/kit/contract'
import type { Feature } from '@souk/kit/service'
import * as holds from '../domain/hold.ts'
import { viewOf } from '../domain/view.ts'
import type { OrdersStore } from '../store/orders-store.ts'
import { changeWithin } from './change-order.ts'

export const holdOrder: Feature<typeof hold, OrdersStore> = async ({ id, reason }, room) => {
  const made = await changeWithin(id, room, (order, act) => holds.hold(order, reason, act))
  return isRefusal(made) ? made : viewOf(made)
}

export const releaseHold: Feature<typeof release, OrdersStore> = async ({ id, reason }, room) => {
  const made = await changeWithin(id, room, (order, act) => holds.releaseHold(order, reason, act))
  return isRefusal(made) ? made : viewOf(made)
}
