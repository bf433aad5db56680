import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { asReader, connect, type DatabaseAddress, RoleRefused, type Sql } from '../database/index.ts'
import { testCluster } from '../testing/index.ts'
import { toy } from '../testing/toy/toy.ts'
import { checkService, prepareService } from './prepare-service.ts'

const NAME = `lodger_${process.pid}`
const ROLE = `souk_${NAME}`
const lodger = { name: NAME, migrations: toy().migrations }
const both = (password: string) => ({ service: password, reader: password })
/** What an operator made by himself: a database with a name of its own, and its owner. */
const OPERATOR = `operator_${process.pid}`
const owner: DatabaseAddress = {
  ...testCluster(),
  database: `shop_${process.pid}`,
  user: OPERATOR,
  password: 'operator',
}

let cluster: Sql
beforeAll(() => {
  cluster = connect(testCluster(), { connections: 1 })
})
const clear = async () => {
  await cluster.unsafe(`drop database if exists ${owner.database} with (force)`)
  await cluster.unsafe(`drop role if exists ${ROLE}, ${ROLE}_reader`)
  await cluster.unsafe(`drop role if exists ${OPERATOR}`)
}
beforeEach(async () => {
  await clear()
  await cluster.unsafe(`create role ${OPERATOR} login createrole password 'operator'`)
  await cluster.unsafe(`create database ${owner.database} owner ${OPERATOR}`)
})
afterAll(async () => {
  await clear()
  await cluster.end()
})

async function within<T>(address: DatabaseAddress, work: (sql: Sql) => PromiseLike<T>): Promise<T> {
  const sql = connect(address, { connections: 1 })
  try {
    return await work(sql)
  } finally {
    await sql.end()
  }
}

describe('a service whose database an operator made', () => {
  it('gets its role and its tables, and rows are all it may change', async () => {
    const address = await prepareService(owner, lodger, { service: "it's secret", reader: "it's read" })

    expect(address).toEqual({ ...owner, user: ROLE, password: "it's secret" })
    expect(await within(address, (sql) => sql`insert into shelf values ('one', 1)`)).toMatchObject({
      count: 1,
    })
    await expect(within(address, (sql) => sql`drop table shelf`)).rejects.toThrow('must be owner')
    await expect(within(address, (sql) => sql`delete from saga_journal`)).rejects.toThrow('permission denied')
    await expect(within(address, (sql) => sql`create temporary table mine (id int)`)).rejects.toThrow(
      'permission denied',
    )
  })

  it('is read, and not changed, by its reader', async () => {
    const address = await prepareService(owner, lodger, both('any'))
    const reader = asReader(address, NAME, 'any')
    expect(await within(reader, (sql) => sql`select name from shelf`)).toEqual([])
    for (const change of [
      `insert into shelf values ('one', 1)`,
      'update shelf set name = name',
      'delete from shelf',
      'truncate shelf',
      'create temporary table mine (id int)',
    ])
      await expect(within(reader, (sql) => sql.unsafe(change))).rejects.toThrow('permission denied')
  })

  it('may be prepared again and by several at once, and keeps what it has', async () => {
    const address = await prepareService(owner, lodger, both('first'))
    await within(address, (sql) => sql`insert into shelf values ('kept', 1)`)

    await Promise.all([1, 2, 3].map(() => prepareService(owner, lodger, both('second'))))

    const found = await within({ ...address, password: 'second' }, (sql) => sql`select name from shelf`)
    expect(found).toEqual([{ name: 'kept' }])
  })

  it('takes the role the operator made, where its owner may make none', async () => {
    await cluster.unsafe(`alter role ${OPERATOR} nocreaterole`)
    await expect(prepareService(owner, lodger, both('mine'))).rejects.toThrow(`There is no role ${ROLE}`)
    await cluster.unsafe(`create role ${ROLE} login password 'mine'`)
    await cluster.unsafe(`create role ${ROLE}_reader login password 'mine'`)

    const address = await prepareService(owner, lodger, both('mine'))

    expect(await within(address, (sql) => sql`select name from shelf`)).toEqual([])
  })

  it.each(['superuser', 'createrole', 'createdb', 'replication', 'bypassrls', 'in role pg_read_all_data'])(
    'is refused a role that is more than one: %s',
    async (more) => {
      await cluster.unsafe(`create role ${ROLE} login ${more}`)
      await expect(prepareService(owner, lodger, both('mine'))).rejects.toThrow(RoleRefused)
      expect(await within(owner, (sql) => sql`select to_regclass('shelf') as shelf`)).toEqual([
        { shelf: null },
      ])
    },
  )

  it('is refused its own role as the owner', async () => {
    await cluster.unsafe(`create role ${ROLE} login createrole password 'own'`)
    const own = { ...owner, user: ROLE, password: 'own' }
    await expect(prepareService(own, lodger, both('own'))).rejects.toThrow("the service's own role")
  })

  it('is told before anything changes that its data is newer', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'souk-newer-'))
    await writeFile(join(folder, '0001_toy.sql'), 'create table shelf (name text)')
    await prepareService(owner, { ...lodger, migrations: folder }, both('mine'))
    await rm(folder, { recursive: true })
    await expect(checkService(owner, lodger)).rejects.toThrow('0001_toy.sql was changed')
  })
})
