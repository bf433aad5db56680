import { afterAll, beforeAll, expect, it } from 'vitest'
import { cloneDatabase, type TestDatabase, testCluster } from '../testing/index.ts'
import { toy } from '../testing/toy/toy.ts'
import { begin } from './begin.ts'
import { connect, type Sql, type Transaction } from './connect.ts'
import { counted } from './tally.ts'

let database: TestDatabase
let sql: Sql
let other: Sql
beforeAll(async () => {
  database = await cloneDatabase(testCluster(), toy())
  sql = connect(database.address, { connections: 1 })
  other = connect(database.address, { connections: 1 })
})
afterAll(async () => {
  await Promise.all([sql.end(), other.end()])
  await database.drop()
})

const shelves = async () => (await other<{ name: string }[]>`select name from shelf`).map(({ name }) => name)

it('commits, and hands on what the work returns', async () => {
  expect(await begin(sql, async (tx) => await tx`insert into shelf values ('kept', 1)`)).toMatchObject({
    count: 1,
  })
  expect(await shelves()).toEqual(['kept'])
})

it('lets nothing more be done once its connection broke, not even over the next one', async () => {
  const broken = Promise.withResolvers<void>()
  const afterwards = Promise.withResolvers<unknown>()
  const work = async (tx: Transaction) => {
    await tx`insert into shelf values ('before', 1)`
    const [row] = await tx`select pg_backend_pid() as pid`
    await other`select pg_terminate_backend(${row?.pid})`
    await broken.promise
    await tx`insert into shelf values ('after', 1)`.then(afterwards.resolve, afterwards.reject)
  }
  const watched = async (tx: Transaction) => await work(tx).catch(afterwards.reject)
  await expect(begin(sql, watched)).rejects.toThrow()
  await sql`select 1`
  broken.resolve()
  await expect(afterwards.promise).rejects.toThrow('this transaction is over')
  expect(await shelves()).toEqual(['kept'])
})

it('counts statements, and none for what one is put together from', async () => {
  const tally = { attempts: 0, statements: 0 }
  const work = async (tx: Transaction) => {
    await tx`select ${tx`1`} as one ${tx`where true`}`
    await tx`
      with gone as (delete from shelf where name = 'nobody’s' returning 1) select * from gone`
  }
  await begin(sql, (tx) => work(counted(tx, tally)))
  await begin(sql, (tx) => work(counted(tx, tally)))
  expect(tally).toEqual({ attempts: 0, statements: 4 })
})
