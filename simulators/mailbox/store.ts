import { integer, openDatabase, optionalInteger, optionalText, type Row, text } from '../database.ts'

const newest = 500
const schema = `
CREATE TABLE IF NOT EXISTS messages (
  id INTEGER PRIMARY KEY AUTOINCREMENT, received_at INTEGER NOT NULL, sender TEXT NOT NULL, recipients TEXT NOT NULL,
  raw BLOB NOT NULL, sent_at INTEGER, from_line TEXT, subject TEXT, text TEXT, html TEXT, headers TEXT
) STRICT;
`

/** A mail as it came in: addresses from the SMTP envelope, lower-case recipients, the source untouched. */
export type Received = {
  readonly receivedAt: number
  readonly sender: string
  readonly recipients: readonly string[]
  readonly raw: Buffer
}

/** What parsing finds in the source; times in epoch milliseconds. */
export type Parsed = {
  readonly sentAt: number
  readonly from: string
  readonly subject: string
  readonly text: string
  readonly html: string | null
  readonly headers: string
}

export type Stored = Received & { readonly id: number; readonly parsed: Parsed | null }
export type MailStore = ReturnType<typeof openMailStore>

/** The newest 500 mails, in one SQLite file. */
export function openMailStore(file: string) {
  const db = openDatabase(file, schema)
  const add = db.prepare('INSERT INTO messages (received_at, sender, recipients, raw) VALUES (?, ?, ?, ?)')
  const trim = db.prepare('DELETE FROM messages WHERE id <= (SELECT max(id) FROM messages) - ?')
  const find = db.prepare('SELECT * FROM messages WHERE id = ?')
  const list = db.prepare(`
    SELECT * FROM messages
    WHERE ?1 = '' OR EXISTS (SELECT 1 FROM json_each(recipients) WHERE value = ?1)
    ORDER BY id DESC LIMIT ?2`)
  const saveParsed = db.prepare(`
    UPDATE messages SET sent_at = ?, from_line = ?, subject = ?, text = ?, html = ?, headers = ? WHERE id = ?`)
  const clear = db.prepare('DELETE FROM messages')
  return {
    add: (mail: Received) =>
      db.transaction(() => {
        add.run(mail.receivedAt, mail.sender, JSON.stringify(mail.recipients), mail.raw)
        trim.run(newest)
      }),
    find: (id: number) => find.all(id).map(stored)[0],
    /** Newest first; an empty `to` is everybody. */
    list: (to: string, limit: number) => list.all(to.toLowerCase(), limit).map(stored),
    saveParsed: (id: number, p: Parsed) => {
      saveParsed.run(p.sentAt, p.from, p.subject, p.text, p.html, p.headers, id)
    },
    clear: () => {
      clear.run()
    },
    close: db.close,
  }
}

function stored(row: Row): Stored {
  const recipients: string[] = JSON.parse(text(row, 'recipients'))
  return {
    id: integer(row, 'id'),
    receivedAt: integer(row, 'received_at'),
    sender: text(row, 'sender'),
    recipients,
    raw: blob(row, 'raw'),
    parsed: parsed(row),
  }
}

function parsed(row: Row): Parsed | null {
  const sentAt = optionalInteger(row, 'sent_at')
  if (sentAt === null) return null
  return {
    sentAt,
    from: text(row, 'from_line'),
    subject: text(row, 'subject'),
    text: text(row, 'text'),
    html: optionalText(row, 'html'),
    headers: text(row, 'headers'),
  }
}

function blob(row: Row, column: string): Buffer {
  const value = row[column]
  if (!(value instanceof Uint8Array)) throw new TypeError(`${column} is not a blob`)
  return Buffer.from(value.buffer, value.byteOffset, value.byteLength)
}
