import { type requestReturn as contract, returnRequested } from '@souk/contracts/orders'
import { answer, isRefusal, refuse } from '@souk/kit/contract'
import type { Feature } from '@souk/kit/service'
import { requestReturn as request } from '../domain/return.ts'
import { viewOf } from '../domain/view.ts'
import type { OrdersStore } from '../store/orders-store.ts'
import { changeWithin } from './change-order.ts'
import { findOrder } from './find-order.ts'

/** For so many days after the last parcel arrived goods may be sent back. */
export const requestReturn =
  (windowDays: number): Feature<typeof contract, OrdersStore> =>
  async (input, room) => {
    if (!(await findOrder(input, room))) return refuse('not_found')
    const returnId = room.ids.next('ret')
    const made = await changeWithin(input.id, room, (order, act) =>
      request(order, { id: returnId, lines: input.lines, windowDays }, act),
    )
    if (isRefusal(made)) return made
    await room.store.addReturn(returnId, input.id)
    const lines = input.lines.map(({ lineId, quantity }) => ({ lineId, quantity }))
    const at = made.timeline.at(-1)?.at ?? made.placedAt
    room.publish(
      returnRequested({ orderId: input.id, returnId, number: made.number, email: made.email, lines, at }),
    )
    return answer(201, viewOf(made))
  }
