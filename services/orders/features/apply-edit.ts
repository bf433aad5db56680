import { orderEdited } from '@souk/contracts/orders'
import { isRefusal } from '@souk/kit/contract'
import { next } from '@souk/kit/saga'
import type { FeatureRoom } from '@souk/kit/service'
import * as edits from '../domain/book-edit.ts'
import { amountDue } from '../domain/payments.ts'
import { factsOf } from '../domain/view.ts'
import type { EditMemory } from '../sagas/edit.ts'
import { settlement } from '../sagas/settlement.ts'
import type { OrdersStore } from '../store/orders-store.ts'
import { actIn } from './act.ts'
import { changeWithin } from './change-order.ts'
import { tokenFor } from './order-token.ts'

/** The order is another from here on, everybody hears of it, and what it does not need any more goes back. */
export async function applyEdit({ orderId, edit, actor }: EditMemory, room: FeatureRoom<OrdersStore>) {
  const act = actIn(room, actor)
  const made = await changeWithin(orderId, room, (order) => edits.applyEdit(order, edit, act))
  if (isRefusal(made)) return made
  if (edit.exchange) await room.store.addReturn(edit.exchange.returnId, orderId)
  const facts = factsOf(made, { token: tokenFor(orderId, room), at: act.at })
  room.publish(orderEdited({ ...facts, amountDue: amountDue(made), reason: edit.reason }))
  const memory = { orderId, settlementId: edit.id, less: [...edit.plan.less] }
  await room.sagas.start(settlement, `${orderId} ${edit.id}`, memory)
  return next<EditMemory>()
}

/** It came to nothing: what was booked for it may be sent again. */
export async function dropEdit({ orderId, edit }: EditMemory, { store }: FeatureRoom<OrdersStore>) {
  const order = await store.lock(orderId)
  const dropped = order && edits.dropEdit(order, edit.id)
  if (dropped && dropped !== order) await store.save(dropped)
}
