// D54 dotnet-architecture/eShopOnContainers#700: an event is stored in the transaction of its change and kept until it is out.
// D55 dotnet-architecture/eShopOnContainers#1765: events of one subject are applied in their order, whatever fails between.
// D56 eugene-khyst/postgresql-event-sourcing#16: the relay looks for what is not published, never above a position.
import type { StoredEvent } from '@souk/kit/contract'
import { connect, type Sql } from '@souk/kit/database'
import { applyBatch, relayBatch, storeInInbox, storeInOutbox } from '@souk/kit/messaging'
import { cloneDatabase, type TestDatabase, testCluster } from '@souk/kit/testing'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { inventory } from '../../../services/inventory/service.ts'

let database: TestDatabase
let sql: Sql
let sent: string[]

beforeEach(async () => {
  database = await cloneDatabase(testCluster(), inventory)
  sql = connect(database.address)
  sent = []
})
afterEach(async () => {
  await sql.end()
  await database.drop()
})

const fact = (id: string): StoredEvent => ({
  id,
  type: 'toy.moved.v1',
  subject: 'one',
  source: 'toy',
  data: {},
  time: new Date(0).toISOString(),
  traceparent: undefined,
})
const relay = () => relayBatch(sql, 'toy', async (events) => void sent.push(...events.map(({ id }) => id)))

it('D54 an event is lost when its carrier is away, or told of a change that never was', async () => {
  const undone = sql.begin(async (tx) => {
    await storeInOutbox(tx, [fact('evt_never')])
    throw new Error('rolled back')
  })
  await expect(undone).rejects.toThrow('rolled back')
  await sql.begin((tx) => storeInOutbox(tx, [fact('evt_kept')]))
  await expect(relayBatch(sql, 'toy', () => Promise.reject(new Error('away')))).rejects.toThrow('away')
  await relay()
  expect(sent).toEqual(['evt_kept'])
})

it('D55 later news of one thing is applied before earlier news', async () => {
  const ids = ['evt_1', 'evt_2', 'evt_3']
  await storeInInbox(sql, ids.map(fact))
  const applied: string[] = []
  let failures = 2
  const apply = async (_tx: unknown, { id }: StoredEvent) => {
    if (id === 'evt_1' && failures-- > 0) throw new Error('not now')
    applied.push(id)
  }
  for (let turn = 0; turn < 5; turn++) {
    await applyBatch(sql, apply)
    await sql`update inbox set due_at = now() where state = 'waiting'`
  }
  expect(applied.slice(-3)).toEqual(ids)
  expect(applied.indexOf('evt_2')).toBeGreaterThan(applied.indexOf('evt_1'))
})

it('D56 what commits late is passed over by who counts positions', async () => {
  const [stored, isStored] = gate()
  const [released, release] = gate()
  const late = sql.begin(async (tx) => {
    await storeInOutbox(tx, [fact('evt_late')])
    isStored()
    await released
  })
  await stored
  await sql.begin((tx) => storeInOutbox(tx, [fact('evt_early')]))
  await relay()
  release()
  await late
  await relay()
  expect(sent).toEqual(['evt_early', 'evt_late'])
})

function gate(): [Promise<void>, () => void] {
  const { promise, resolve } = Promise.withResolvers<void>()
  return [promise, resolve]
}
