import { type Database, integer, optionalInteger, type Row, text } from '../database.ts'

export type Delivery = {
  readonly seq: number
  readonly id: string
  readonly body: string
  readonly tries: number
}

/** Webhooks not yet accepted by their receiver. What was accepted is forgotten; what was given up stays, without a next try. */
export function deliveriesIn(db: Database) {
  const add = db.prepare('INSERT INTO deliveries (id, body, next_try_at) VALUES (?, ?, ?)')
  const due = db.prepare('SELECT * FROM deliveries WHERE next_try_at <= ? ORDER BY next_try_at, seq LIMIT ?')
  const next = db.prepare('SELECT min(next_try_at) AS at FROM deliveries WHERE next_try_at > ?')
  const remove = db.prepare('DELETE FROM deliveries WHERE seq = ?')
  const holdBack = db.prepare('UPDATE deliveries SET next_try_at = ? WHERE id = ?')
  const postpone = db.prepare('UPDATE deliveries SET tries = tries + 1, next_try_at = ? WHERE seq = ?')
  return {
    add: (event: { id: string; body: string }, now: number) => {
      add.run(event.id, event.body, now)
    },
    listDue: (now: number, limit: number) => due.all(now, limit).map(delivery),
    /** When the next one after `now` is due, in epoch milliseconds. */
    nextDue: (now: number) => next.all(now).map((row) => optionalInteger(row, 'at'))[0] ?? null,
    remove: (seq: number) => {
      remove.run(seq)
    },
    /** Sets when it is tried next, without counting that as a failed try. */
    holdBack: (id: string, until: number) => {
      holdBack.run(until, id)
    },
    postpone: (seq: number, until: number | null) => {
      postpone.run(until, seq)
    },
  }
}

function delivery(row: Row): Delivery {
  return {
    seq: integer(row, 'seq'),
    id: text(row, 'id'),
    body: text(row, 'body'),
    tries: integer(row, 'tries'),
  }
}
