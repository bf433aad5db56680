import { createHash } from 'node:crypto'
import type { Answer } from './answer.ts'
import type { Book } from './book.ts'
import type { Refusal } from './transact.ts'

export type Asked = { readonly key: string; readonly fingerprint: string }
export type Done = {
  readonly key: string
  readonly paymentId: string
  readonly answer: Answer | null
  readonly replayed: boolean
}

/** Tells two payloads apart: method, path and body, whatever the order of the body's fields. */
export function fingerprintOf(route: string, body: object): string {
  const canonical = JSON.stringify(body, Object.keys(body).sort())
  return createHash('sha256').update(`${route}\n${canonical}`).digest('base64url')
}

/**
 * Works the first time a key is seen and stores the answer in the same transaction; afterwards gives that answer again.
 * The answer is null while the first request is still being worked on.
 */
export function once(
  book: Book,
  { asked, work }: { asked: Asked; work: () => Pick<Done, 'paymentId' | 'answer'> },
): Done | Refusal {
  return book.transaction(() => {
    const known = book.answers.find(asked.key)
    if (!known) {
      const done = work()
      book.answers.add({ ...asked, paymentId: done.paymentId }, done.answer)
      return { ...done, key: asked.key, replayed: false }
    }
    if (known.fingerprint !== asked.fingerprint)
      return {
        refused: 'idempotency_key_reused',
        status: 422,
        message: 'this Idempotency-Key came with another payload before',
      }
    return { key: asked.key, paymentId: known.paymentId, answer: known.answer, replayed: true }
  })
}
