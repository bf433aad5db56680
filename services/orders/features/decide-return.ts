import {
  type approveReturn as approve,
  type declineReturn as decline,
  returnApproved,
  returnDeclined,
} from '@souk/contracts/orders'
import { isRefusal, refuse } from '@souk/kit/contract'
import type { Feature, FeatureRoom } from '@souk/kit/service'
import { decideReturn } from '../domain/return.ts'
import { viewOf } from '../domain/view.ts'
import type { OrdersStore } from '../store/orders-store.ts'
import { changeWithin } from './change-order.ts'

export const approveReturn: Feature<typeof approve, OrdersStore> = ({ id }, room) =>
  decide(id, { isApproved: true }, room)
export const declineReturn: Feature<typeof decline, OrdersStore> = ({ id, reason }, room) =>
  decide(id, { isApproved: false, reason }, room)

interface Verdict {
  isApproved: boolean
  reason?: string | undefined
}

async function decide(id: string, verdict: Verdict, room: FeatureRoom<OrdersStore>) {
  const orderId = await room.store.orderOfReturn(id)
  if (!orderId) return refuse('not_found')
  const made = await changeWithin(orderId, room, (order, act) => decideReturn(order, id, { ...verdict, act }))
  if (isRefusal(made)) return made
  const lines = (made.returns.find((one) => one.id === id)?.lines ?? []).map(({ lineId, quantity }) => ({
    lineId,
    quantity,
  }))
  const at = made.timeline.at(-1)?.at ?? made.placedAt
  const tell = verdict.isApproved ? returnApproved : returnDeclined
  room.publish(tell({ orderId, returnId: id, number: made.number, email: made.email, lines, at }))
  return viewOf(made)
}
