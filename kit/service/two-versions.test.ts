import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import {
  type Announcement,
  answer,
  type Call,
  call,
  event,
  type StoredEvent,
  text,
} from '../contract/index.ts'
import { connect, type Queryable, type Sql } from '../database/index.ts'
import { inProcessTransport, storeInInbox, type Transport } from '../messaging/index.ts'
import { handClock, seededRandom, timeOrderedIds, toTimestamp } from '../runtime/index.ts'
import { createMetrics, newTrace, noMemory, silentLog, silentTracer } from '../telemetry/index.ts'
import { cloneDatabase, guest, type TestDatabase, testCluster } from '../testing/index.ts'
import { does, type EventRoom, on, service } from './definition.ts'
import { askWith, inProcessDispatch } from './dispatch.ts'
import { openService, type RunningService } from './open-service.ts'

const clock = handClock(Date.now())
const random = seededRandom(7)
const ids = timeOrderedIds(clock, random)
const environment = {
  ...{
    clock,
    random,
    ids,
    log: silentLog,
    metrics: createMetrics(),
    memory: noMemory(clock),
    tracer: () => silentTracer,
  },
  checksAnswers: false,
}
const migrations = fileURLToPath(new URL('../testing/tables/ear', import.meta.url))
const store = (sql: Queryable) => ({
  note: (eventId: string, by: string, count: number) =>
    sql`insert into heard (event_id, shelf, count) values (${eventId}, ${by}, ${count})`,
})
type Store = ReturnType<typeof store>

const fact = { shelf: text(40), count: z.int() }
const said = { shelf: z.string() }

const shelfEmptied = event(
  'shelves.shelf-emptied.v1',
  'Nothing is left.',
  z.strictObject({ shelf: text(40) }),
  'shelf',
)
const noteEmptied = async ({ shelf }: { shelf: string }, { store, event }: EventRoom<Store>) =>
  void (await store.note(event.id, `${shelf} is empty`, 0))

/** The same service as two versions of its code have it: the newer one takes, announces and answers a field more, and hears of more. */
const shelves = (version: 'older' | 'newer') => {
  const more = version === 'newer'
  const size = more && { size: text(10).default('small') }
  const thing = z.strictObject({ name: text(10), ...size })
  const put = call('shelves.put', 'POST /shelves/{shelf}', {
    summary: 'Puts something on a shelf.',
    access: 'anyone',
    params: z.strictObject({ shelf: text(40) }),
    body: z.strictObject({ things: z.array(thing).max(3), ...size }),
    answers: { 201: z.strictObject(more ? { ...said, room: z.int() } : said) },
    idempotency: 'accepted',
  })
  const data = z.strictObject(more ? { ...fact, colour: text(10).default('plain') } : fact)
  const thingsPut = event('shelves.things-put.v1', 'Something was put on a shelf.', data, 'shelf')
  const announcement = (shelf: string) => thingsPut({ shelf, count: 1, ...(more && { colour: 'red' }) })
  const definition = service<Store>({
    name: 'shelves',
    migrations,
    store,
    answers: [
      does<typeof put, Store>(put, async ({ shelf }, { publish }) => {
        publish(announcement(shelf))
        return answer(201, { shelf, ...(more && { room: 5 }) } as { shelf: string })
      }),
    ],
    hears: [
      on<string, typeof data, Store>(thingsPut, async (fact, room) => {
        const { colour = 'no colour' } = fact as { colour?: string }
        await room.store.note(room.event.id, `${version} heard ${colour}`, fact.count)
      }),
      ...(more ? [on(shelfEmptied, noteEmptied)] : []),
    ],
    announces: [thingsPut],
  })
  return { put, definition, announcement }
}
const [older, newer] = [shelves('older'), shelves('newer')]

let database: TestDatabase
let sql: Sql
let transport: Transport
let running: RunningService[] = []

beforeAll(async () => {
  database = await cloneDatabase(testCluster(), older.definition)
  sql = connect(database.address, { connections: 1 })
})
beforeEach(() => {
  transport = inProcessTransport([older.definition])
})
afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.stop()))
})
afterAll(async () => {
  await sql.end()
  await database.drop()
})

/** A process of one version, on the database and the transport they share. */
async function open({ definition }: typeof older): Promise<RunningService> {
  const { dispatch } = inProcessDispatch()
  const one = await openService(definition, { environment, database: database.address, transport, dispatch })
  running = [...running, one]
  return one
}

const ask = (one: RunningService, contract: Call, idempotencyKey?: string) =>
  askWith(one.answer, () => ({
    caller: guest,
    trace: newTrace(random, false),
    deadline: clock.now() + 10_000,
    ...(idempotencyKey && { idempotencyKey }),
  }))(contract, { shelf: 'a', things: [{ name: 'cup' }] })

const stored = (announcement: Announcement): StoredEvent => ({
  ...announcement,
  ...{ id: ids.next('evt'), source: 'shelves', time: toTimestamp(clock.now()) },
})

const settle = () => Promise.all(running.map((one) => one.settle()))
const heard = async () =>
  (await sql<{ by: string }[]>`select shelf as by from heard order by position`).map(({ by }) => by)
const attemptsOf = ({ id }: StoredEvent) => sql`select attempts from inbox where id = ${id}`
const states = () => sql`
  select state, max(attempts) as attempts, count(*)::int as count from inbox group by state order by state`

describe('two versions of a service side by side', () => {
  it('apply what either announced once each, and none of it fails', async () => {
    const [one, other] = [await open(older), await open(newer)]
    for (let round = 0; round < 20; round++) {
      await Promise.all([ask(one, older.put), ask(other, newer.put)])
      if (round % 4 === 3) await settle()
    }
    await expect.poll(async () => (await settle()) && (await heard()).length).toBe(40)
    expect(await states()).toEqual([{ state: 'applied', attempts: 0, count: 40 }])
  })

  it('each alone hears what the other announced', async () => {
    const before = (await heard()).length
    for (const [version, other] of [
      [older, newer],
      [newer, older],
    ] as const) {
      const one = await open(version)
      await transport.publish([stored(other.announcement('a'))])
      await settle()
      await one.stop()
      running = []
    }
    await expect
      .poll(async () => (await heard()).slice(before))
      .toEqual(['older heard red', 'newer heard plain'])
  })

  it('leave to the newer what only it hears, and what came later of the same shelf', async () => {
    const before = (await heard()).length
    await open(older)
    await storeInInbox(
      sql,
      [shelfEmptied({ shelf: 'a' }), older.announcement('a'), older.announcement('b')].map(stored),
    )
    const failedOnce = stored(shelfEmptied({ shelf: 'c' }))
    await storeInInbox(sql, [failedOnce])
    await sql`update inbox set attempts = 1 where id = ${failedOnce.id}`
    for (let turn = 0; turn < 10; turn++) await settle()
    expect((await heard()).slice(before)).toEqual(['older heard no colour'])
    expect(await attemptsOf(failedOnce)).toEqual([{ attempts: 1 }])
    await open(newer)
    await expect.poll(async () => (await settle()) && (await heard()).slice(before).length).toBe(4)
    expect((await heard())[before + 1]).toBe('a is empty')
  })

  it('answer those who know the other, and repeat what the other answered to what was sent', async () => {
    const [one, other] = [await open(older), await open(newer)]
    const less = { ok: true, status: 201, body: { shelf: 'a' } }
    const more = { ok: true, status: 201, body: { shelf: 'a', room: 5 } }
    expect(await ask(other, older.put, 'first')).toEqual(more)
    expect(await ask(one, older.put, 'first')).toEqual(more)
    expect(await ask(one, newer.put, 'second')).toEqual(less)
    expect(await ask(other, newer.put, 'second')).toEqual(less)
  })
})
