import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { refuse } from '../contract/refusal.ts'
import { connect, type Sql, type Transaction } from '../database/index.ts'
import { cloneDatabase, type TestDatabase, testCluster } from '../testing/index.ts'
import { toy } from '../testing/toy/toy.ts'
import { sharedTransactions } from './shared-transactions.ts'

let database: TestDatabase
let sql: Sql
let transact: ReturnType<typeof sharedTransactions>
beforeAll(async () => {
  database = await cloneDatabase(testCluster(), toy())
  sql = connect(database.address)
})
afterAll(async () => {
  await sql.end({ timeout: 1 })
  await database.drop()
})
beforeEach(async () => {
  transact = sharedTransactions(sql)
  await sql`delete from heard`
})

/** The transaction it was done in. */
async function put(tx: Transaction, shelf: string): Promise<string> {
  const [row] = await tx<{ id: string }[]>`
    insert into heard (shelf, count) values (${shelf}, 1) returning pg_current_xact_id()::text as id`
  return String(row?.id)
}
const putOn = (shelf: string) => transact({ touches: shelf, work: (tx) => put(tx, shelf) })
const shelves = async () =>
  (await sql<{ shelf: string }[]>`select shelf from heard order by shelf`).map(({ shelf }) => shelf)

it('does at once in one transaction what touches different things', async () => {
  expect(new Set(await Promise.all(['a', 'b', 'c'].map(putOn))).size).toBe(1)
  expect(await shelves()).toEqual(['a', 'b', 'c'])
})

it('does one after the other what touches the same, in the order it came', async () => {
  const seen: number[] = []
  const look = () =>
    transact({
      touches: 'a',
      async work(tx) {
        seen.push((await tx`select from heard where shelf = 'a'`).count)
        return await put(tx, 'a')
      },
    })
  const done = await Promise.all([look(), look(), look()])
  expect(seen).toEqual([0, 1, 2])
  expect(new Set(done).size).toBe(3)
})

it('keeps nothing of what refuses, and all of the others', async () => {
  const refusing = transact({
    touches: 'no',
    async work(tx) {
      await put(tx, 'no')
      return refuse('taken')
    },
  })
  const others = ['a', 'b'].map(putOn)
  expect(await refusing).toMatchObject({ refused: true, code: 'taken' })
  await Promise.all(others)
  expect(await shelves()).toEqual(['a', 'b'])
})

it('tells a fault to whoever it happened to, and keeps all of the others', async () => {
  const failing = transact({ touches: 'no', work: (tx) => tx`select from nowhere` })
  const others = ['a', 'b'].map(putOn)
  await expect(failing).rejects.toThrow('nowhere')
  await Promise.all(others)
  expect(await shelves()).toEqual(['a', 'b'])
})

it('keeps all of the others when what was sent with the commit fails', async () => {
  const failing = transact({
    touches: 'no',
    async work(tx, last) {
      last(() => tx`select from nowhere`)
      return await put(tx, 'no')
    },
  })
  const others = ['a', 'b'].map(putOn)
  await expect(failing).rejects.toThrow('nowhere')
  await Promise.all(others)
  expect(await shelves()).toEqual(['a', 'b'])
})

it('does nothing twice when the connection breaks at the commit: everybody hears that nobody knows', async () => {
  const tries = { a: 0, b: 0 }
  const cut = (shelf: 'a' | 'b') =>
    transact({
      touches: shelf,
      async work(tx, last) {
        tries[shelf]++
        if (shelf === 'b') last(() => tx`select pg_terminate_backend(pg_backend_pid())`)
        return await put(tx, shelf)
      },
    })
  const ended = await Promise.allSettled([cut('a'), cut('b')])
  expect(ended.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(tries).toEqual({ a: 1, b: 1 })
  expect(await shelves()).toEqual([])
})

it('begins in the order of the names, whatever order they came in, so that no two lots lock crosswise', async () => {
  const begun: string[] = []
  const begin = (shelf: string) =>
    transact({
      touches: shelf,
      work(tx) {
        begun.push(shelf)
        return put(tx, shelf)
      },
    })
  await Promise.all(['b', 'c', 'a'].map(begin))
  expect(begun).toEqual(['a', 'b', 'c'])
})
