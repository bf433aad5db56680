import { connect, type DatabaseAddress, type Queryable } from '@souk/kit/database'

/** Databases as they were at one moment each, by service. */
export interface Snapshots {
  of(service: string): Queryable
  /** The services there are. */
  readonly services: readonly string[]
  close(): Promise<void>
}

/**
 * One connection and one REPEATABLE READ transaction per database, all begun together: within a database every
 * query sees the same moment, between databases the moments are milliseconds apart. Read-only twice over: the
 * transaction is, and so is whatever else the session would begin.
 */
export async function openSnapshots(databases: ReadonlyMap<string, DatabaseAddress>): Promise<Snapshots> {
  const opening = [...databases].map(async ([service, address]) => [service, await open(address)] as const)
  const settled = await Promise.allSettled(opening)
  const opened = settled.filter((one) => one.status === 'fulfilled').map(({ value }) => value)
  const close = async () => {
    await Promise.all(opened.map(([, one]) => one.end({ timeout: 1 })))
  }
  const failed = settled.find((one) => one.status === 'rejected')
  if (failed) {
    await close()
    throw failed.reason
  }
  const byService = new Map(opened)
  return {
    services: [...byService.keys()],
    of(service) {
      const found = byService.get(service)
      if (!found) throw new Error(`there is no database of ${service} to audit`)
      return found
    },
    close,
  }
}

async function open(address: DatabaseAddress) {
  const sql = connect(address, { connections: 1, isSession: true })
  try {
    await sql`set default_transaction_read_only = on`
    // Some read a whole table: of a shop with a million orders that takes longer than the half minute others have.
    await sql`set statement_timeout = '10min'`
    await sql`begin isolation level repeatable read read only`
    // A snapshot is taken by the first query, not by begin.
    await sql`select 1`
    return sql
  } catch (fault) {
    await sql.end({ timeout: 1 })
    throw fault
  }
}
