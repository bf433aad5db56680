import { paymentAnswer } from './answer.ts'
import { decide, declined, type Outcome, type Wish } from './decide.ts'
import { type Asked, type Done, once } from './once.ts'
import { type Order, open } from './open.ts'
import { newId, record } from './record.ts'
import type { Room } from './room.ts'
import type { Refusal } from './transact.ts'

export type CreateBody = Omit<Order, 'id' | 'key' | 'returnUrl'> & Wish & { readonly returnUrl?: string }

/** Opens a payment once for each key. `outcome` says how the caller hears of it: at once, late or never. */
export function createPayment(
  room: Room,
  { asked, body, isDeclined }: { asked: Asked; body: CreateBody; isDeclined: boolean },
): { done: Done | Refusal; outcome: Outcome } {
  const outcome = isDeclined ? declined : decide(body, room.delays)
  const { token: _token, ...order } = body
  const now = Date.now()
  const done = once(room.book, {
    asked,
    work: () => {
      const change = open(
        { ...order, id: newId('pay'), key: asked.key, returnUrl: body.returnUrl ?? null },
        { outcome, now },
      )
      const cause = { key: asked.key, now, publicUrl: room.publicUrl() }
      const transactionId = record(room, { change, cause })
      const answer =
        outcome.answer === 'late' ? null : paymentAnswer(change.payment, { ...cause, transactionId })
      return { paymentId: change.payment.id, answer }
    },
  })
  if ('answer' in done && !done.replayed) room.changed(done.paymentId)
  return { done, outcome }
}
