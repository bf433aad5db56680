import { connect, type DatabaseAddress, type Sql } from '@souk/kit/database'
import { cloneDatabase, type TestDatabase, testCluster } from '@souk/kit/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { NOWHERE, shop } from '../embedded/services.ts'

/** Beside the kit's own, in every service. */
const APPEND_ONLY: Record<string, string[]> = {
  accounts: ['audit_log', 'consent', 'customer_access'],
  flags: ['feature_flag_change'],
  inventory: ['movement'],
  payments: ['ledger_line', 'payment_transaction', 'provider_event'],
}

const services = shop(NOWHERE)
const names = services.map(({ name }) => name)
const databases = new Map<string, TestDatabase>()
const entered: Sql[] = []

const addressOf = (service: string) => databases.get(service)?.address as DatabaseAddress
const enter = (address: DatabaseAddress) => {
  const sql = connect(address, { connections: 1 })
  entered.push(sql)
  return sql
}

beforeAll(async () => {
  for (const one of services) databases.set(one.name, await cloneDatabase(testCluster(), one))
})
afterAll(async () => {
  await Promise.all(entered.map((sql) => sql.end()))
  await Promise.all([...databases.values()].map((one) => one.drop()))
})

const DENIED = '42501'

const TAKES_MORE_THAN_ROWS = {
  'make a table': 'create table mine (id int)',
  'make a temporary table': 'create temporary table mine (id int)',
  'make a schema': 'create schema mine',
  'make a function': `create function mine() returns int language sql as 'select 1'`,
  'make an extension': 'create extension hstore',
  'make a role': 'create role mine',
  'make a database': 'create database mine',
  'become the owner': 'set role postgres',
  'read passwords': 'select * from pg_authid',
  'read files': `select pg_read_file('postgresql.conf')`,
  'run programs': `copy outbox to program 'cat'`,
  'alter a table': 'alter table outbox add column mine int',
  'drop a table': 'drop table outbox',
  'empty a table at once': 'truncate outbox',
  'silence triggers': 'alter table saga_journal disable trigger append_only',
  'pass triggers by': 'set session_replication_role = replica',
  'hand its rights on': 'grant all on database postgres to public',
  'read what was migrated': 'select * from migration',
  'rewrite what was migrated': 'delete from migration',
  'declare a table append-only': `select append_only('outbox')`,
}

/** All of it but what only reads. */
const CHANGES = Object.fromEntries(
  Object.entries(TAKES_MORE_THAN_ROWS).filter(([what]) => what !== 'read what was migrated'),
)

describe.each(names)('the reader of %s', (service) => {
  let sql: Sql
  beforeAll(() => {
    sql = enter(databases.get(service)?.reader as DatabaseAddress)
  })

  it('reads every table and changes none', async () => {
    const tables = await sql<{ name: string }[]>`
      select quote_ident(tablename) as name from pg_tables where schemaname = 'public' and tablename <> 'migration'`
    expect(tables.length).toBeGreaterThan(5)
    for (const { name } of tables) {
      await sql.unsafe(`select count(*) from ${name}`)
      for (const change of [`insert into ${name} default values`, `delete from ${name}`])
        await expect(sql.unsafe(change), change).rejects.toMatchObject({ code: DENIED })
      await expect(sql.unsafe(`select 1 from ${name} for update`), name).rejects.toMatchObject({
        code: DENIED,
      })
    }
  })

  it.each(Object.entries(CHANGES))('cannot %s', async (_what, statement) => {
    await expect(sql.unsafe(statement)).rejects.toMatchObject({ code: DENIED })
  })

  it('cannot enter the database of another service', async () => {
    const { reader } = databases.get(service) as TestDatabase
    const others = names.filter((one) => one !== service).map((one) => addressOf(one).database)
    for (const database of others)
      await expect(enter({ ...reader, database })`select 1`).rejects.toMatchObject({ code: DENIED })
  })
})

describe.each(names)('the role of %s', (service) => {
  let sql: Sql
  let owner: Sql
  beforeAll(() => {
    sql = enter(addressOf(service))
    owner = enter({ ...testCluster(), database: addressOf(service).database })
  })

  it('reads and writes rows', async () => {
    await sql`insert into outbox (id, type, subject, data, time) values ('evt_1', 'a', 'b', '{}', now())`
    await sql`update outbox set published_at = now()`
    expect((await sql`delete from outbox`).count).toBe(1)
  })

  it.each(Object.entries(TAKES_MORE_THAN_ROWS))('cannot %s', async (_what, statement) => {
    await expect(sql.unsafe(statement)).rejects.toMatchObject({ code: DENIED })
  })

  it('cannot enter the database of another service, nor those the cluster came with', async () => {
    const others = names.filter((one) => one !== service).map((one) => addressOf(one).database)
    for (const database of [...others, 'postgres', 'template1'])
      await expect(enter({ ...addressOf(service), database })`select 1`).rejects.toMatchObject({
        code: DENIED,
        message: `permission denied for database "${database}"`,
      })
  })

  it('cannot rewrite what is append-only, and neither can the owner', async () => {
    const declared = await owner<{ name: string }[]>`
      select tgrelid::regclass::text as name from pg_trigger where tgname = 'append_only' order by 1`
    expect(declared.map(({ name }) => name)).toEqual([...(APPEND_ONLY[service] ?? []), 'saga_journal'].sort())
    for (const { name } of declared) {
      const [column] = await owner<{ name: string }[]>`
        select quote_ident(attname) as name from pg_attribute
        where attrelid = ${name}::regclass and attnum > 0 and attidentity = '' limit 1`
      const same = `update ${name} set ${column?.name} = ${column?.name}`
      for (const rewrite of [same, `delete from ${name}`, `truncate ${name}`]) {
        await expect(sql.unsafe(rewrite)).rejects.toMatchObject({
          code: DENIED,
          message: `permission denied for table ${name}`,
        })
        await expect(owner.unsafe(rewrite)).rejects.toMatchObject({
          code: DENIED,
          message: `${name} is append-only`,
        })
      }
    }
  })
})
