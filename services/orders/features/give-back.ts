import { money } from '@souk/contracts/money'
import { next } from '@souk/kit/saga'
import type { FeatureRoom } from '@souk/kit/service'
import { correctGivenBack, promiseBack } from '../domain/give-back.ts'
import { notePayment, noteRefund } from '../domain/note-payment.ts'
import type { SettlementMemory } from '../sagas/settlement.ts'
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
