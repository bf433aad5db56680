import { afterAll, beforeAll, expect, it } from 'vitest'
import { cloneDatabase, type TestDatabase, testCluster } from '../testing/index.ts'
import { toy } from '../testing/toy/toy.ts'
import { connect, type Sql } from './connect.ts'
import { transact } from './transact.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await cloneDatabase(testCluster(), toy())
})
afterAll(() => database.drop())

/** Cut by the server in the middle of an answer, rows of it told already. */
const cutWhileAnswering = (sql: Sql) =>
  transact(sql, async (tx, last) => {
    last(() => tx`select pg_terminate_backend(pg_backend_pid())`)
    await tx`select 1`
  }).catch((fault: Error) => fault)

it('gives each statement its own answer after a connection was cut while it answered', async () => {
  const sql = connect(database.address, { connections: 1 })
  expect(await cutWhileAnswering(sql)).toBeInstanceOf(Error)
  const answers = await Promise.all([1, 2, 3].map((number) => sql`select ${number}::int as number`))
  expect(answers.map((rows) => [...rows])).toEqual([[{ number: 1 }], [{ number: 2 }], [{ number: 3 }]])
  await sql.end({ timeout: 1 })
})

it('fails what is under way on the other connections, and keeps nobody waiting for an answer', async () => {
  const sql = connect(database.address, { connections: 2 })
  const waiting = sql`select pg_sleep(20)`.catch((fault: Error) => fault)
  await cutWhileAnswering(sql)
  expect(await waiting).toMatchObject({ code: 'CONNECTION_DESTROYED' })
  await sql.end({ timeout: 1 })
})

it('lets nothing more be asked of a session that was cut: what was begun in it is gone', async () => {
  const sql = connect(database.address, { connections: 1, isSession: true })
  await sql`begin isolation level repeatable read read only`
  await sql`select pg_terminate_backend(pg_backend_pid())`.catch(() => {})
  for (let asked = 0; asked < 3; asked++) await expect(sql`select 1`).rejects.toThrow('CONNECTION_')
})

it('opens nothing anew once it was ended', async () => {
  const sql = connect(database.address, { connections: 1 })
  await sql`select 1`
  await sql.end()
  await expect(sql`select 1`).rejects.toMatchObject({ code: 'CONNECTION_ENDED' })
})
