import {
  type closeReturn as close,
  type inspectReturn as inspect,
  type receiveReturn as receive,
  returnInspected,
  returnReceived,
} from '@souk/contracts/orders'
import { isRefusal, type Refusal, refuse } from '@souk/kit/contract'
import type { Feature, FeatureRoom } from '@souk/kit/service'
import type { Act, Order } from '../domain/order.ts'
import * as receiving from '../domain/receive-return.ts'
import { viewOf } from '../domain/view.ts'
import type { OrdersStore } from '../store/orders-store.ts'
import { changeWithin } from './change-order.ts'

export const receiveReturn: Feature<typeof receive, OrdersStore> = async (input, room) => {
  const { id, lines, moreToCome = false } = input
  const made = await changeReturn(id, room, (order, act) =>
    receiving.receiveReturn(order, { id, lines, moreToCome }, act),
  )
  if (isRefusal(made)) return made
  room.publish(returnReceived(receiptOf(made, input, room)))
  return viewOf(made)
}

export const inspectReturn: Feature<typeof inspect, OrdersStore> = async (input, room) => {
  const made = await changeReturn(input.id, room, (order, act) => receiving.inspectReturn(order, input, act))
  if (isRefusal(made)) return made
  room.publish(returnInspected(receiptOf(made, input, room)))
  return viewOf(made)
}

export const closeReturn: Feature<typeof close, OrdersStore> = async ({ id }, room) => {
  const made = await changeReturn(id, room, (order, act) => receiving.closeReturn(order, id, act))
  return isRefusal(made) ? made : viewOf(made)
}

type Room = FeatureRoom<OrdersStore>

async function changeReturn<Code extends string>(
  returnId: string,
  room: Room,
  change: (order: Order, act: Act) => Order | Refusal<Code>,
) {
  const orderId = await room.store.orderOfReturn(returnId)
  return orderId ? await changeWithin(orderId, room, change) : refuse('not_found')
}

/** One arrival, or one look at what arrived: its own id, so that each puts its units on the shelf once. */
function receiptOf(order: Order, { id, lines }: Pick<receiving.Received, 'id' | 'lines'>, { ids }: Room) {
  const restock = lines
    .filter(({ disposition }) => disposition === 'restock')
    .map(({ lineId, quantity }) => ({ sku: skuOf(order, lineId), quantity }))
  const at = order.timeline.at(-1)?.at ?? order.placedAt
  return { orderId: order.id, returnId: id, receiptId: ids.next('rcp'), restock, at }
}

const skuOf = ({ lines }: Order, lineId: string): string => lines.find(({ id }) => id === lineId)?.sku ?? ''
