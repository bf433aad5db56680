import { afterAll, beforeAll, expect, it } from 'vitest'
import { connect, type Sql, type Transaction, transact } from '../database/index.ts'
import { systemClock } from '../runtime/index.ts'
import { presence } from '../service/presence.ts'
import type { FeatureRoom, ProcessRoom } from '../service/rooms.ts'
import { silentLog } from '../telemetry/log.ts'
import { cloneDatabase, type TestDatabase, testCluster } from '../testing/index.ts'
import { toy } from '../testing/toy/toy.ts'
import { conductor } from './conductor.ts'
import type { SagaDefinition } from './definition.ts'
import { localStep, next } from './index.ts'
import { addSaga } from './journal.ts'

let database: TestDatabase
let sql: Sql
beforeAll(async () => {
  database = await cloneDatabase(testCluster(), toy())
  sql = connect(database.address)
})
afterAll(async () => {
  await sql.end()
  await database.drop()
})

type Store = { put(shelf: string): Promise<void> }
const storeOf = (tx: Transaction): Store => ({
  put: async (shelf) => void (await tx`insert into heard (shelf, count) values (${shelf}, 1)`),
})
const puts = async (shelf: string) => (await sql`select 1 from heard where shelf = ${shelf}`).count

/** One process that knows a saga of one step: it puts something on a shelf, after `meanwhile`. */
function processOf(owner: string, meanwhile: () => Promise<unknown> = async () => {}) {
  const saga: SagaDefinition<Store, { shelf: string }> = {
    name: 'put',
    within: 60_000,
    steps: [
      localStep('put', {
        async do({ shelf }, { store }) {
          await store.put(shelf)
          await meanwhile()
          return next()
        },
      }),
    ],
  }
  return conductor<Store>({
    ...{ sql, owner, clock: systemClock, log: silentLog, sagas: [saga as SagaDefinition<Store, unknown>] },
    isAway: () => false,
    processRoom: () => ({ room: {} as ProcessRoom<Store>, end: () => {} }),
    transaction: (_row, _step, work) =>
      transact(sql, (tx, last) => work({ store: storeOf(tx) } as FeatureRoom<Store>, tx, last)),
  })
}

const begin = (shelf: string, owner: string) =>
  transact(sql, (tx) =>
    addSaga(tx, {
      ...{ id: `saga_${shelf}`, name: 'put', key: shelf, memory: { shelf }, owner, withinMs: 60_000 },
      ...{ startedAt: new Date(systemClock.now()).toISOString(), traceparent: '' },
    }),
  )

it('writes nothing for whoever was overtaken, and tells them what came of it', async () => {
  const [isThere, mayGoOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const slow = processOf('slow', () => {
    isThere.resolve()
    return mayGoOn.promise
  })
  slow.started(await begin('fragile', 'slow'))
  const walking = slow.conduct('put', 'fragile')
  await isThere.promise
  await sql`update saga set lease_until = now() - interval '1 second' where key = 'fragile'`

  const overtaking = await processOf('fast').conduct('put', 'fragile')
  mayGoOn.resolve()

  expect(overtaking.state).toBe('completed')
  expect((await walking).state).toBe('completed')
  expect(await puts('fragile')).toBe(1)
  expect(await sql`select action from saga_journal where saga_id = 'saga_fragile'`).toHaveLength(1)
})

it('moves once, however many ask for it at once', async () => {
  const mayGoOn = Promise.withResolvers<void>()
  const one = processOf('one', () => mayGoOn.promise)
  one.started(await begin('wanted', 'one'))
  const views = [1, 2, 3].map(() => one.conduct('put', 'wanted'))
  mayGoOn.resolve()
  expect((await Promise.all(views)).map(({ state }) => state)).toEqual([
    'completed',
    'completed',
    'completed',
  ])
  expect(await puts('wanted')).toBe(1)
})

it('is left to whoever holds its lease, even when asked for by name', async () => {
  const [isThere, mayGoOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const holder = processOf('holder', () => {
    isThere.resolve()
    return mayGoOn.promise
  })
  holder.started(await begin('held', 'holder'))
  const walking = holder.conduct('put', 'held')
  await isThere.promise
  const touched: string[] = []
  const asked = processOf('asked', async () => touched.push('held'))
  const heard = await asked.conduct('put', 'held')
  mayGoOn.resolve()
  expect((await walking).state).toBe('completed')
  expect(heard.state).toBe('running')
  expect(touched).toEqual([])
})

it('is taken up again by whoever gave it up without the database hearing of it, and by nobody else', async () => {
  await begin('given-up', 'one')
  await sql`update saga set lease_until = now() + interval '20 seconds' where key = 'given-up'`
  expect(await processOf('two').conductDue()).toBe(0)
  expect(await processOf('one').conductDue()).toBe(1)
  expect(await puts('given-up')).toBe(1)
})

it('is left alone by the process that is at work on it', async () => {
  const mayGoOn = Promise.withResolvers<void>()
  const one = processOf('one', () => mayGoOn.promise)
  one.started(await begin('long', 'one'))
  const walking = one.conduct('put', 'long')
  await sql`update saga set lease_until = now() + interval '20 seconds' where key = 'long'`
  expect(await one.conductDue()).toBe(0)
  mayGoOn.resolve()
  expect((await walking).state).toBe('completed')
})

it('is taken up at once when the process that was at work on it is gone, and not while it lives', async () => {
  const alive = await presence({ database: database.address, owner: 'alive', log: silentLog })
  await begin('watched', 'alive')
  expect(await processOf('other').conductDue()).toBe(0)
  // As a process that was killed leaves it: named, and its lock let go of.
  await sql`insert into process (id) values ('dead')`
  await begin('orphaned', 'dead')
  expect(await processOf('other').conductDue()).toBe(1)
  expect([await puts('orphaned'), await puts('watched')]).toEqual([1, 0])
  await alive.stop()
})
