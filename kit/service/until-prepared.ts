import { setTimeout as pause } from 'node:timers/promises'
import { connect, type DatabaseAddress, type Sql } from '../database/connect.ts'
import type { Log } from '../telemetry/log.ts'

const AGAIN_MS = 250

interface Waiting {
  readonly log: Log
  /** Aborted when nobody waits any more. */
  readonly asked: AbortSignal
}

/**
 * Waits until the database can be entered and has its tables: processes start in any order, and whoever prepares the
 * database may come later. Says why it waits, once for each reason. False when `asked` ended the waiting.
 */
export async function untilPrepared(database: DatabaseAddress, { log, asked }: Waiting): Promise<boolean> {
  const sql = connect(database, { connections: 1 })
  try {
    for (let told = ''; !asked.aborted; ) {
      const missing = await whatIsMissing(sql)
      if (missing === undefined) return true
      if (missing !== told) log.warn({ why: missing }, 'the database is not there yet')
      told = missing
      await pause(AGAIN_MS, undefined, { signal: asked }).catch(() => {})
    }
    return false
  } finally {
    await sql.end({ timeout: 1 })
  }
}

async function whatIsMissing(sql: Sql): Promise<string | undefined> {
  try {
    const [found] = await sql<{ isThere: boolean }[]>`select to_regclass('process') is not null as "isThere"`
    return found?.isThere ? undefined : 'it has no tables yet'
  } catch (fault) {
    return String(fault)
  }
}
