import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync, type SQLOutputValue } from 'node:sqlite'

export type Row = Record<string, SQLOutputValue>
export type Database = ReturnType<typeof openDatabase>

/**
 * Opens (or creates) a simulator's SQLite file and brings its tables into being.
 * WAL with synchronous=NORMAL: what was committed survives a killed process, though not a power cut.
 */
export function openDatabase(file: string, schema: string) {
  mkdirSync(dirname(file), { recursive: true })
  const db = new DatabaseSync(file)
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000')
  db.exec('PRAGMA cache_size = -1000')
  db.exec(schema)
  const [begin, commit, rollback] = [
    db.prepare('BEGIN IMMEDIATE'),
    db.prepare('COMMIT'),
    db.prepare('ROLLBACK'),
  ]

  /** Runs synchronous work in one transaction; what it throws undoes it. */
  function transaction<T>(work: () => T): T {
    begin.run()
    try {
      const result = work()
      commit.run()
      return result
    } catch (fault) {
      rollback.run()
      throw fault
    }
  }
  return { prepare: (sql: string) => db.prepare(sql), transaction, close: () => db.close() }
}

/** A column that is text in the schema; anything else is a bug. */
export function text(row: Row, column: string): string {
  const value = row[column]
  if (typeof value !== 'string') throw new TypeError(`${column} is not text`)
  return value
}

export function integer(row: Row, column: string): number {
  const value = row[column]
  if (typeof value !== 'number') throw new TypeError(`${column} is not an integer`)
  return value
}

export function optionalText(row: Row, column: string): string | null {
  return row[column] === null ? null : text(row, column)
}

export function optionalInteger(row: Row, column: string): number | null {
  return row[column] === null ? null : integer(row, column)
}
