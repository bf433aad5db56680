import type { refundOrder as contract } from '@souk/contracts/orders'
import { refundPayment } from '@souk/contracts/payments'
import { type Input, isRefusal, refuse } from '@souk/kit/contract'
import type { Process, ProcessRoom } from '@souk/kit/service'
import { notePayment, noteRefund } from '../domain/note-payment.ts'
import { bookRefund, unbookRefund } from '../domain/refund-lines.ts'
import type { OrdersStore } from '../store/orders-store.ts'
import { requestOf } from './capture-order.ts'
import { changeOrder, changeWithin } from './change-order.ts'

/** Units are booked on the order before the money moves, so that two refunds cannot give the same ones back. */
export const refundOrder: Process<typeof contract, OrdersStore> = async (input, room) => {
  const { id, reason } = input
  const requestId = requestOf(room)
  const amount = await amountOf(input, requestId, room)
  if (isRefusal(amount)) return amount
  const refunded = await room.ask(refundPayment, { orderId: id, amount, reason, requestId })
  if (!refunded.ok) {
    await changeOrder(id, room, (now) => unbookRefund(now, requestId))
    return refunded.refusal
  }
  const { others = [], ...first } = refunded.body
  const what = 'amount' in input ? { lines: [] } : unitsOf(input)
  return await changeOrder(id, room, (now, act) =>
    [{ ...first, what }, ...others.map((one) => ({ ...one, what: {} }))].reduce(
      (noted, { refund, payment, what: of }) =>
        noteRefund(notePayment(noted, payment, act), { ...refund, ...of }, act),
      unbookRefund(now, requestId),
    ),
  )
}

type ByUnits = Exclude<Input<typeof contract>, { amount: unknown }>

/** The lines of a refund, and whether delivery is paid back with them. */
const unitsOf = (input: ByUnits) => ({
  lines: 'lines' in input ? input.lines : [],
  ...(input.shipping && { shipping: true }),
})

async function amountOf(
  input: Input<typeof contract>,
  requestId: string,
  { store, transaction }: ProcessRoom<OrdersStore>,
) {
  if ('amount' in input) return (await store.find(input.id)) ? input.amount : refuse('not_found')
  const { id } = input
  const booked = await transaction((inside) =>
    changeWithin(id, inside, (order) => bookRefund(order, { requestId, ...unitsOf(input) })),
  )
  if (isRefusal(booked)) return booked
  const mine = booked.refunding?.find((one) => one.requestId === requestId)
  if (!mine) throw new Error(`the refund ${requestId} of order ${id} is not booked`)
  return mine.amount
}
