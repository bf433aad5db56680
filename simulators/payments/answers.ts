import { type Database, integer, optionalText, text } from '../database.ts'
import type { Answer } from './answer.ts'

/** The first answer to each idempotency key. It is null while the request is still being worked on. */
export function answersIn(db: Database) {
  const find = db.prepare('SELECT * FROM answers WHERE idempotency_key = ?')
  const add = db.prepare('INSERT INTO answers VALUES (?, ?, ?, ?, ?)')
  const complete = db.prepare(
    'UPDATE answers SET status = ?, body = ? WHERE idempotency_key = ? AND body IS NULL',
  )
  return {
    find: (key: string) =>
      find.all(key).map((row) => {
        const body = optionalText(row, 'body')
        return {
          fingerprint: text(row, 'fingerprint'),
          paymentId: text(row, 'payment_id'),
          answer: body === null ? null : { status: integer(row, 'status'), body },
        }
      })[0],
    add: (request: { key: string; fingerprint: string; paymentId: string }, answer: Answer | null) => {
      add.run(
        request.key,
        request.fingerprint,
        request.paymentId,
        answer?.status ?? null,
        answer?.body ?? null,
      )
    },
    complete: (key: string, answer: Answer) => {
      complete.run(answer.status, answer.body, key)
    },
  }
}
