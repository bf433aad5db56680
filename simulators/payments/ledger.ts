import { type Database, integer, optionalText, type Row, text } from '../database.ts'
import type { Entry, Payment } from './payment.ts'

export type EntryCause = { readonly id: string; readonly key: string; readonly at: number }

/** The ledger: one row for each movement, never changed but for a pending one that reaches its outcome. */
export function ledgerIn(db: Database) {
  const insert = db.prepare(`
    INSERT INTO ledger (id, idempotency_key, kind, amount, currency, reference, order_id, payment_id, status, at, refund_reference)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  const settle = db.prepare(
    `UPDATE ledger SET status = ? WHERE payment_id = ? AND status = 'pending' RETURNING id`,
  )
  const page = db.prepare('SELECT * FROM ledger WHERE seq > ? ORDER BY seq LIMIT ?')
  return {
    add: ({ payment: p, entry: e }: { payment: Payment; entry: Entry }, cause: EntryCause) => {
      insert.run(
        ...[cause.id, cause.key, e.kind, e.amount, p.currency, p.reference, p.orderId, p.id],
        ...[e.status, cause.at, e.refundReference ?? null],
      )
    },
    /** Gives the pending authorization of a payment its outcome; answers its id. */
    settle: (paymentId: string, status: 'succeeded' | 'failed') =>
      settle.all(status, paymentId).map((row) => text(row, 'id'))[0],
    /** Up to `limit` rows after position `after`, oldest first, and where to go on if there are more. */
    page: (after: number, limit: number) => {
      const rows = page.all(after, limit + 1)
      const shown = rows.slice(0, limit)
      const last = rows.length > limit ? shown.at(-1) : undefined
      return { items: shown.map(entryView), next: last ? integer(last, 'seq') : null }
    },
  }
}

function entryView(row: Row) {
  const refundReference = optionalText(row, 'refund_reference')
  return {
    id: text(row, 'id'),
    idempotencyKey: text(row, 'idempotency_key'),
    kind: text(row, 'kind'),
    amount: integer(row, 'amount'),
    currency: text(row, 'currency'),
    reference: text(row, 'reference'),
    orderId: text(row, 'order_id'),
    paymentId: text(row, 'payment_id'),
    status: text(row, 'status'),
    at: new Date(integer(row, 'at')).toISOString(),
    ...(refundReference !== null && { refundReference }),
  }
}
