import { type Database, integer, optionalInteger, optionalText, type Row, text } from '../database.ts'
import type { Method, Payment, Status } from './payment.ts'

/** The payments table. */
export function paymentsIn(db: Database) {
  const save = db.prepare(`
    INSERT INTO payments VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET status = excluded.status, captured = excluded.captured, voided = excluded.voided,
      refunded = excluded.refunded, decline_reason = excluded.decline_reason, settles_at = excluded.settles_at`)
  const byId = db.prepare('SELECT * FROM payments WHERE id = ?')
  const byKey = db.prepare('SELECT * FROM payments WHERE idempotency_key = ?')
  const byReference = db.prepare('SELECT * FROM payments WHERE reference = ? ORDER BY id LIMIT 100')
  const due = db.prepare('SELECT * FROM payments WHERE settles_at <= ? ORDER BY settles_at LIMIT 100')
  const next = db.prepare('SELECT min(settles_at) AS at FROM payments WHERE settles_at IS NOT NULL')
  return {
    save: (p: Payment) => {
      save.run(
        ...[p.id, p.key, p.reference, p.orderId, p.method, p.amount, p.currency, p.capture ? 1 : 0],
        ...[p.returnUrl, p.status, p.capturedAmount, p.voidedAmount, p.refundedAmount],
        ...[p.declineReason, p.settlesAt],
      )
    },
    find: (id: string) => byId.all(id).map(payment)[0],
    listByKey: (key: string) => byKey.all(key).map(payment),
    listByReference: (reference: string) => byReference.all(reference).map(payment),
    listDue: (now: number) => due.all(now).map(payment),
    /** When the next waiting payment settles, in epoch milliseconds. */
    nextDue: () => next.all().map((row) => optionalInteger(row, 'at'))[0] ?? null,
  }
}

const methods: readonly Method[] = ['card', 'card_challenge', 'wallet', 'bank_transfer']
const statuses: readonly Status[] = [
  'requires_action',
  'processing',
  'authorized',
  'captured',
  'voided',
  'declined',
]

function payment(row: Row): Payment {
  return {
    id: text(row, 'id'),
    key: text(row, 'idempotency_key'),
    reference: text(row, 'reference'),
    orderId: text(row, 'order_id'),
    method: oneOf(methods, text(row, 'method')),
    amount: integer(row, 'amount'),
    currency: text(row, 'currency'),
    capture: integer(row, 'capture') === 1,
    returnUrl: optionalText(row, 'return_url'),
    status: oneOf(statuses, text(row, 'status')),
    capturedAmount: integer(row, 'captured'),
    voidedAmount: integer(row, 'voided'),
    refundedAmount: integer(row, 'refunded'),
    declineReason: optionalText(row, 'decline_reason'),
    settlesAt: optionalInteger(row, 'settles_at'),
  }
}

function oneOf<T extends string>(words: readonly T[], word: string): T {
  const found = words.find((one) => one === word)
  if (found === undefined) throw new TypeError(`${word} is not one of ${words.join(', ')}`)
  return found
}
