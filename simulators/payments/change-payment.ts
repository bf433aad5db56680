import { paymentAnswer, refusalAnswer } from './answer.ts'
import { type Asked, type Done, once } from './once.ts'
import type { Change, Payment } from './payment.ts'
import { record } from './record.ts'
import type { Room } from './room.ts'
import type { Refusal } from './transact.ts'

/** Captures, voids or refunds, as `decision` says, once for each key. A refusal is an answer and is stored as one. */
export function changePayment(
  room: Room,
  {
    payment,
    asked,
    decision,
  }: { payment: Payment; asked: Asked; decision: (payment: Payment) => Change | Refusal },
): Done | Refusal {
  const done = once(room.book, {
    asked,
    work: () => {
      const change = decision(payment)
      if ('refused' in change) return { paymentId: payment.id, answer: refusalAnswer(change) }
      const cause = { key: asked.key, now: Date.now(), publicUrl: room.publicUrl() }
      const transactionId = record(room, { change, cause })
      return { paymentId: payment.id, answer: paymentAnswer(change.payment, { ...cause, transactionId }) }
    },
  })
  if ('answer' in done && !done.replayed) room.changed(payment.id)
  return done
}
