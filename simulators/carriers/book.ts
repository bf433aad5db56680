import { type Database, integer, openDatabase, optionalInteger, type Row, text } from '../database.ts'

const schema = `
CREATE TABLE IF NOT EXISTS labels (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, carrier TEXT NOT NULL, id TEXT NOT NULL UNIQUE, reference TEXT NOT NULL,
  tracking_number TEXT NOT NULL UNIQUE, service TEXT NOT NULL, grams INTEGER NOT NULL, price INTEGER NOT NULL,
  status TEXT NOT NULL, UNIQUE (carrier, reference)
) STRICT;
CREATE TABLE IF NOT EXISTS scans (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, carrier TEXT NOT NULL, tracking_number TEXT NOT NULL, status TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS deliveries (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL, body TEXT NOT NULL, tries INTEGER NOT NULL DEFAULT 0,
  next_try_at INTEGER NOT NULL
) STRICT;
`

export type Carrier = 'swift' | 'postline'
export const statuses = [
  'accepted',
  'in_transit',
  'out_for_delivery',
  'delivered',
  'failed',
  'returned',
] as const
export type Status = (typeof statuses)[number]

export interface Label {
  readonly carrier: string
  readonly id: string
  /** Whoever buys twice under the same one gets the same label. */
  readonly reference: string
  readonly trackingNumber: string
  readonly service: string
  readonly grams: number
  /** Minor units of EUR. */
  readonly price: number
  readonly status: 'bought' | 'cancelled'
}

export interface Scan {
  readonly seq: number
  readonly carrier: string
  readonly trackingNumber: string
  readonly status: string
  /** Epoch milliseconds. */
  readonly at: number
}

export type Book = ReturnType<typeof openBook>

/** What both carriers sold and saw, in one SQLite file. */
export function openBook(file: string) {
  const db = openDatabase(file, schema)
  return {
    labels: labelsIn(db),
    scans: scansIn(db),
    deliveries: deliveriesIn(db),
    transaction: db.transaction,
    close: db.close,
  }
}

function labelsIn(db: Database) {
  const add = db.prepare(
    "INSERT INTO labels (carrier, id, reference, tracking_number, service, grams, price, status) VALUES (?, ?, ?, ?, ?, ?, ?, 'bought')",
  )
  const byReference = db.prepare('SELECT * FROM labels WHERE carrier = ? AND reference = ?')
  const byId = db.prepare('SELECT * FROM labels WHERE id = ? OR tracking_number = ?')
  const cancel = db.prepare("UPDATE labels SET status = 'cancelled' WHERE id = ?")
  const list = db.prepare('SELECT * FROM labels WHERE seq > ? ORDER BY seq LIMIT ?')
  const one = (row: Row | undefined) => row && toLabel(row)
  return {
    add: (label: Omit<Label, 'status'>) =>
      void add.run(
        label.carrier,
        label.id,
        label.reference,
        label.trackingNumber,
        label.service,
        label.grams,
        label.price,
      ),
    byReference: (carrier: Carrier, reference: string) => one(byReference.get(carrier, reference)),
    find: (idOrNumber: string) => one(byId.get(idOrNumber, idOrNumber)),
    cancel: (id: string) => void cancel.run(id),
    list: (after: number, limit: number) =>
      list.all(after, limit).map((row) => ({ seq: integer(row, 'seq'), ...toLabel(row) })),
  }
}

function scansIn(db: Database) {
  const add = db.prepare('INSERT INTO scans (carrier, tracking_number, status, at) VALUES (?, ?, ?, ?)')
  const list = db.prepare('SELECT * FROM scans WHERE carrier = ? AND seq > ? ORDER BY seq LIMIT 100')
  const of = db.prepare('SELECT * FROM scans WHERE tracking_number = ? ORDER BY seq')
  return {
    add: (scan: Omit<Scan, 'seq'>) =>
      Number(add.run(scan.carrier, scan.trackingNumber, scan.status, scan.at).lastInsertRowid),
    list: (carrier: Carrier, after: number) => list.all(carrier, after).map(toScan),
    of: (trackingNumber: string) => of.all(trackingNumber).map(toScan),
  }
}

function deliveriesIn(db: Database) {
  const add = db.prepare('INSERT INTO deliveries (id, body, next_try_at) VALUES (?, ?, ?)')
  const due = db.prepare('SELECT * FROM deliveries WHERE next_try_at <= ? ORDER BY seq LIMIT 1')
  const next = db.prepare('SELECT min(next_try_at) AS at FROM deliveries')
  const remove = db.prepare('DELETE FROM deliveries WHERE seq = ?')
  const postpone = db.prepare('UPDATE deliveries SET tries = tries + 1, next_try_at = ? WHERE seq = ?')
  return {
    add: (id: string, body: string, now: number) => void add.run(id, body, now),
    nextDue: (now: number) => {
      const row = due.get(now)
      return (
        row && {
          seq: integer(row, 'seq'),
          id: text(row, 'id'),
          body: text(row, 'body'),
          tries: integer(row, 'tries'),
        }
      )
    },
    wakeAt: () => optionalInteger(next.get() ?? { at: null }, 'at'),
    remove: (seq: number) => void remove.run(seq),
    postpone: (seq: number, until: number) => void postpone.run(until, seq),
  }
}

const toLabel = (row: Row): Label => ({
  carrier: text(row, 'carrier'),
  id: text(row, 'id'),
  reference: text(row, 'reference'),
  trackingNumber: text(row, 'tracking_number'),
  service: text(row, 'service'),
  grams: integer(row, 'grams'),
  price: integer(row, 'price'),
  status: text(row, 'status') === 'cancelled' ? 'cancelled' : 'bought',
})

const toScan = (row: Row): Scan => ({
  seq: integer(row, 'seq'),
  carrier: text(row, 'carrier'),
  trackingNumber: text(row, 'tracking_number'),
  status: text(row, 'status'),
  at: integer(row, 'at'),
})
