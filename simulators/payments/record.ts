import { randomUUID } from 'node:crypto'
import { paymentAnswer } from './answer.ts'
import { type Change, view } from './payment.ts'
import type { Room } from './room.ts'

/** `key` is the idempotency key of the request that led to the change; `now` is in epoch milliseconds. */
export type Cause = { readonly key: string; readonly now: number; readonly publicUrl: string }

export const newId = (kind: 'pay' | 'txn' | 'evt') => `sbx_${kind}_${randomUUID().replaceAll('-', '')}`

/**
 * Writes a change into the book together with the webhook that tells of it. Call it inside a transaction.
 * Answers the id of the ledger row that stands for the change. A creation whose answer is still owed gets it here.
 */
export function record(
  { book, mishaps }: Pick<Room, 'book' | 'mishaps'>,
  { change, cause }: { change: Change; cause: Cause },
): string {
  const { payment, entries, pendingBecomes, event } = change
  book.payments.save(payment)
  let transactionId = pendingBecomes ? book.ledger.settle(payment.id, pendingBecomes) : undefined
  for (const entry of entries) {
    transactionId = newId('txn')
    book.ledger.add({ payment, entry }, { id: transactionId, key: cause.key, at: cause.now })
  }
  if (transactionId === undefined) throw new Error(`payment ${payment.id} changed without a ledger row`)
  if (pendingBecomes) book.answers.complete(payment.key, paymentAnswer(payment, { ...cause, transactionId }))
  if (event) {
    const id = newId('evt')
    const data = { ...view(payment, cause.publicUrl), idempotencyKey: cause.key, transactionId }
    const createdAt = new Date(cause.now).toISOString()
    book.deliveries.add({ id, body: JSON.stringify({ id, type: event, createdAt, data }) }, cause.now)
    mishaps.draw({ id, paymentId: payment.id })
  }
  return transactionId
}
