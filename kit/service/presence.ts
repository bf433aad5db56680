import { connect, type DatabaseAddress } from '../database/connect.ts'
import { type Drain, drain } from '../messaging/drain.ts'
import { seconds } from '../runtime/clock.ts'
import type { Log } from '../telemetry/log.ts'

const LOCK = 727_004
const LOOKS_EVERY_MS = seconds(1)

export interface Presence {
  stop(): Promise<void>
}

interface Present {
  readonly database: DatabaseAddress
  readonly owner: string
  readonly log: Log
}

/**
 * Holds a lock in the service's database under the name of this process until it ends, however it ends: others then
 * take up at once what it was at work on. A lock lost with its connection is taken again; whoever took something over
 * meanwhile has it, and we are refused.
 */
export async function presence({ database, owner, log }: Present): Promise<Presence> {
  const sql = connect(database, { connections: 1 })
  await sql`delete from process where since < now() - interval '1 day' and is_gone(id)`
  await sql`insert into process (id) values (${owner})`
  const hold = () => sql`
    select pg_advisory_lock(${LOCK}, hashtext(${owner})) where not exists (
      select from pg_locks where pid = pg_backend_pid() and locktype = 'advisory' and classid = ${LOCK})`
  await hold()
  const holding: Drain = drain(async () => (await hold()).count, { everyMs: LOOKS_EVERY_MS, log })
  const leave = async () => {
    await holding.stop()
    await sql`delete from process where id = ${owner}`
    await sql.end({ timeout: 5 })
  }
  let left: Promise<void> | undefined
  return {
    stop() {
      left ??= leave()
      return left
    },
  }
}
