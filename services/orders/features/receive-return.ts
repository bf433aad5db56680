import { type receiveReturn as contract, returnReceived } from '@souk/contracts/orders'
import { isRefusal, refuse } from '@souk/kit/contract'
import type { Feature } from '@souk/kit/service'
import type { Order } from '../domain/order.ts'
import { receiveReturn as receive } from '../domain/return.ts'
import { viewOf } from '../domain/view.ts'
import type { OrdersStore } from '../store/orders-store.ts'
import { changeWithin } from './change-order.ts'

export const receiveReturn: Feature<typeof contract, OrdersStore> = async ({ id, lines }, room) => {
  const orderId = await room.store.orderOfReturn(id)
  if (!orderId) return refuse('not_found')
  const made = await changeWithin(orderId, room, (order, act) => receive(order, { id, lines }, act))
  if (isRefusal(made)) return made
  const fit = lines.filter(({ disposition }) => disposition === 'restock')
  const restock = fit.map(({ lineId, quantity }) => ({ sku: skuOf(made, lineId), quantity }))
  const at = made.timeline.at(-1)?.at ?? made.placedAt
  room.publish(returnReceived({ orderId, returnId: id, restock, at }))
  return viewOf(made)
}

const skuOf = ({ lines }: Order, lineId: string): string => lines.find(({ id }) => id === lineId)?.sku ?? ''
