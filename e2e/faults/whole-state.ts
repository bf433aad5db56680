import { connect, type DatabaseAddress } from '@souk/kit/database'

type Databases = ReadonlyMap<string, DatabaseAddress>
export type Row = Record<string, unknown>

/** Asks one service's database as its owner would. */
export async function rowsOf(databases: Databases, service: string, statement: string): Promise<Row[]> {
  const address = databases.get(service)
  if (!address) throw new Error(`${service} has no database`)
  const sql = connect(address, { connections: 1 })
  try {
    return [...(await sql.unsafe<Row[]>(statement))]
  } finally {
    await sql.end()
  }
}

/** Every row of every table of every service, as text in an order of its own: what must not change does not. */
export async function wholeState(databases: Databases): Promise<Record<string, string[]>> {
  const state: Record<string, string[]> = {}
  for (const service of databases.keys()) {
    const tables = await rowsOf(
      databases,
      service,
      `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
    )
    for (const { name } of tables) {
      const rows = await rowsOf(databases, service, `select to_jsonb(t)::text as row from "${name}" t`)
      state[`${service}.${name}`] = rows.map(({ row }) => String(row)).sort()
    }
  }
  return state
}

const WORK_LEFT = `
  select (select count(*) from outbox where published_at is null)
    + (select count(*) from inbox where state = 'waiting')
    + (select count(*) from saga where state in ('running', 'waiting', 'undoing')) as count`
const MAIL_LEFT = `select count(*) from message where status = 'queued'`

/** How much there still is to send, to apply, to conduct and to mail. */
export async function workLeft(databases: Databases): Promise<number> {
  const counts = await Promise.all([
    ...[...databases.keys()].map((service) => rowsOf(databases, service, WORK_LEFT)),
    rowsOf(databases, 'notifications', MAIL_LEFT),
  ])
  return counts.reduce((sum, [row]) => sum + Number(row?.count), 0)
}
