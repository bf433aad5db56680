import { money } from '@souk/contracts/money'
import { next } from '@souk/kit/saga'
import type { FeatureRoom } from '@souk/kit/service'
import { correctGivenBack, isUnsettled, promiseBack, reopened } from '../domain/give-back.ts'
import { notePayment, noteRefund } from '../domain/note-payment.ts'
import type { Order } from '../domain/order.ts'
import { type SettlementMemory, settlement } from '../sagas/settlement.ts'
import type { OrdersStore } from '../store/orders-store.ts'
import { actIn } from './act.ts'
import { changeWithin } from './change-order.ts'

type Room = FeatureRoom<OrdersStore>

/** Decided on the order, under its lock: two settlements never give the same money back. */
export async function planGivingBack({ orderId }: SettlementMemory, { store }: Room) {
  const order = await store.lock(orderId)
  if (!order) return next<SettlementMemory>()
  const promised = promiseBack(order)
  await store.save(promised.order)
  return next<SettlementMemory>(promised.amount > 0 ? { amount: money(promised.amount, order.currency) } : {})
}

export async function keepGivenBack({ orderId, amount, given }: SettlementMemory, room: Room) {
  if (!amount || !given) return next<SettlementMemory>()
  const act = actIn(room)
  await changeWithin(orderId, room, (order) => {
    const missing = given.reduce((rest, { refund }) => rest - refund.amount.amount, amount.amount)
    const noted = given.reduce(
      (now, { refund, payment }) => noteRefund(notePayment(now, payment, act), refund, act),
      order,
    )
    return missing > 0 ? correctGivenBack(noted, missing, act) : noted
  })
  return next<SettlementMemory>()
}

/** What was taken while the order became cheaper is found when its payment is heard of. */
export async function settleIfOverpaid(order: Order, room: Room): Promise<void> {
  if (!isUnsettled(order)) return
  const settlementId = `${order.edits?.at(-1)?.id}-${order.version}`
  await room.store.save(reopened(order))
  const memory = { orderId: order.id, settlementId, less: [] }
  await room.sagas.leave(settlement, `${order.id} ${settlementId}`, memory)
}
