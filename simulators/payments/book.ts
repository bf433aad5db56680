import { openDatabase } from '../database.ts'
import { answersIn } from './answers.ts'
import { deliveriesIn } from './deliveries.ts'
import { ledgerIn } from './ledger.ts'
import { paymentsIn } from './payments.ts'

const schema = `
CREATE TABLE IF NOT EXISTS payments (
  id TEXT PRIMARY KEY, idempotency_key TEXT NOT NULL UNIQUE, reference TEXT NOT NULL, order_id TEXT NOT NULL,
  method TEXT NOT NULL, amount INTEGER NOT NULL CHECK (amount > 0), currency TEXT NOT NULL,
  capture INTEGER NOT NULL, return_url TEXT, status TEXT NOT NULL,
  captured INTEGER NOT NULL CHECK (captured + voided <= amount), voided INTEGER NOT NULL,
  refunded INTEGER NOT NULL CHECK (refunded <= captured), decline_reason TEXT, settles_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS payments_by_reference ON payments (reference);
CREATE INDEX IF NOT EXISTS payments_to_settle ON payments (settles_at) WHERE settles_at IS NOT NULL;

CREATE TABLE IF NOT EXISTS ledger (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL, idempotency_key TEXT NOT NULL, kind TEXT NOT NULL,
  amount INTEGER NOT NULL, currency TEXT NOT NULL, reference TEXT NOT NULL, order_id TEXT NOT NULL,
  payment_id TEXT NOT NULL, status TEXT NOT NULL, at INTEGER NOT NULL, refund_reference TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS ledger_pending ON ledger (payment_id) WHERE status = 'pending';

CREATE TABLE IF NOT EXISTS answers (
  idempotency_key TEXT PRIMARY KEY, fingerprint TEXT NOT NULL, payment_id TEXT NOT NULL, status INTEGER, body TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS deliveries (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL, body TEXT NOT NULL,
  tries INTEGER NOT NULL DEFAULT 0, next_try_at INTEGER
) STRICT;
CREATE INDEX IF NOT EXISTS deliveries_due ON deliveries (next_try_at, seq) WHERE next_try_at IS NOT NULL;
`

export type Book = ReturnType<typeof openBook>

/** The provider's own book, in one SQLite file: payments, their ledger, stored answers and webhooks to deliver. */
export function openBook(file: string) {
  const db = openDatabase(file, schema)
  return {
    payments: paymentsIn(db),
    ledger: ledgerIn(db),
    answers: answersIn(db),
    deliveries: deliveriesIn(db),
    transaction: db.transaction,
    close: db.close,
  }
}
