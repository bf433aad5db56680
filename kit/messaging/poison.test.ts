import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { StoredEvent } from '../contract/event.ts'
import { connect, type Sql, type Transaction } from '../database/index.ts'
import { guest, openStage, type Stage, testCluster } from '../testing/index.ts'
import { ear } from '../testing/toy/ear.ts'
import { effectsOn } from '../testing/toy/shelves.ts'
import { put, thingsPut, toy } from '../testing/toy/toy.ts'
import { announced, storeInOutbox } from './outbox.ts'
import { MOST_EVENT_BYTES } from './transport.ts'

const ATTEMPTS = 8
let stage: Stage
let sql: Sql
let count = 0
const isPoison = new Set<string>()

beforeEach(async () => {
  isPoison.clear()
  const choking = ear('ear', ({ shelf }) => {
    if (isPoison.has(shelf)) throw new Error(`chokes on ${shelf}`)
  })
  stage = await openStage([toy(), choking], { cluster: testCluster() })
  sql = connect(stage.databaseOf('ear'), { connections: 2 })
})
afterEach(async () => {
  await sql.end()
  await stage.stop()
})

/** Comes over the transport from somebody who does not keep to the rules. */
const stray = async (subject: string, given: Partial<StoredEvent>): Promise<string> => {
  const id = `evt_stray_${++count}`
  const { type } = thingsPut
  const event = { id, type, subject, source: 'toy', time: new Date().toISOString(), data: {}, ...given }
  await stage.republish([event])
  return id
}
const fitting = (shelf: string, extra: object = {}) => ({ shelf, count: 1, poison: false, ...extra })
const rowOf = async (id: string) => {
  const [row] = await sql`select state, attempts, error from inbox where id = ${id}`
  return row
}
const shelvesHeard = async () => (await effectsOn(stage, 'ear')).map(({ shelf }) => shelf)
/** Its next attempts come at once instead of later and later. */
async function tryUntilParked(id: string): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    await stage.settle()
    await sql`update inbox set due_at = now() where state = 'waiting'`
  }
  await stage.settle()
  expect(await rowOf(id)).toMatchObject({ state: 'parked', attempts: ATTEMPTS })
}
/** How long it takes from being put until it is heard. */
async function lagOf(shelf: string): Promise<number> {
  const begun = performance.now()
  await stage.reply(put, { shelf, count: 1 }, { as: guest })
  await expect
    .poll(async () => (await sql`select 1 from heard where shelf = ${shelf}`).length, {
      interval: 5,
      timeout: 5_000,
    })
    .toBe(1)
  return performance.now() - begun
}

const poisons: Record<string, () => Promise<string>> = {
  'makes its hearer throw': () => {
    isPoison.add('sick')
    return stray('sick', { data: fitting('sick') })
  },
  'does not fit its declaration': () => stray('sick', { data: { shelf: 'sick', count: 'one' } }),
  'weighs ten megabytes': () => stray('sick', { data: fitting('x'.repeat(10_000_000)) }),
}

describe('an event that cannot be applied', () => {
  for (const [kind, send] of Object.entries(poisons))
    it(`because it ${kind} is parked after its last attempt; what follows of its subject waits, then goes on (F67)`, async () => {
      const id = await send()
      const follower = await stray('sick', { data: fitting('follower') })
      await stage.settle()
      expect(await rowOf(id)).toMatchObject({ state: 'waiting' })
      expect(await rowOf(follower)).toMatchObject({ state: 'waiting', attempts: 0 })
      await tryUntilParked(id)
      expect(String((await rowOf(id))?.error).length).toBeLessThan(300)
      expect(await shelvesHeard()).toEqual(['follower'])
    })

  it('is tried again at growing distances (F67)', async () => {
    isPoison.add('sick')
    const now = async () => (await sql<{ at: string }[]>`select clock_timestamp()::text as at`)[0]?.at ?? ''
    let since = await now()
    const id = await stray('sick', { data: fitting('sick') })
    for (let attempt = 1; attempt < ATTEMPTS; attempt++) {
      const seconds = 0.25 * 2 ** (attempt - 1)
      await stage.settle()
      const [row] = await sql`
        select attempts, due_at - ${seconds} * interval '1 second'
          between ${since}::text::timestamptz and clock_timestamp() as "isThere"
        from inbox where id = ${id}`
      expect(row, `attempt ${attempt}`).toMatchObject({ attempts: attempt, isThere: true })
      since = await now()
      await sql`update inbox set due_at = now() where id = ${id}`
    }
  })

  it('keeps no other subject waiting for a second, however many there are (F67)', async () => {
    isPoison.add('sick')
    for (let subject = 0; subject < 100; subject++) await stray(`sick-${subject}`, { data: fitting('sick') })
    const failing = async () =>
      (await sql`select 1 from inbox where state = 'waiting' and attempts > 0`).length
    await expect.poll(failing, { timeout: 10_000 }).toBe(100)
    const lags: number[] = []
    for (let shelf = 0; shelf < 30; shelf++) lags.push(await lagOf(`well-${shelf}`))
    expect(Math.max(...lags)).toBeLessThan(1_000)
    expect(await failing()).toBe(100)
  })

  it('is applied once its cause is mended and an operator has put it back', async () => {
    isPoison.add('sick')
    const id = await stray('sick', { data: fitting('sick') })
    await tryUntilParked(id)
    isPoison.clear()
    await sql`update inbox set state = 'waiting', attempts = 0, due_at = now() where state = 'parked'`
    await stage.settle()
    expect(await rowOf(id)).toMatchObject({ state: 'applied' })
    expect(await shelvesHeard()).toEqual(['sick'])
  })
})

describe('an event of another version', () => {
  it('may tell more than its hearer knows of (F70)', async () => {
    await stray('a', { data: fitting('a', { colour: 'red', inside: { deep: [1] } }) })
    await stage.settle()
    expect(await shelvesHeard()).toEqual(['a'])
  })

  it('may lack what has a default (F70)', async () => {
    await stray('a', { data: { shelf: 'a', count: 1 } })
    await stage.settle()
    expect(await shelvesHeard()).toEqual(['a'])
  })

  it('is not brought to whoever does not hear its type (F70)', async () => {
    const id = await stray('a', { type: 'toy.things-put.v2', data: fitting('a') })
    await stage.settle()
    expect(await rowOf(id)).toBeUndefined()
  })

  it('is parked, not lost, when the version that heard its type is gone for good (F70)', async () => {
    await sql`
      insert into inbox (id, type, subject, source, data, time, due_at)
      values ('evt_newer', 'toy.things-moved.v1', 'a', 'toy', '{}', now() - interval '61 minutes', now())`
    await tryUntilParked('evt_newer')
    expect((await rowOf('evt_newer'))?.error).toContain('ear does not hear toy.things-moved.v1')
  })
})

describe('an event nobody could carry', () => {
  it('is refused where it is announced, and its change with it', async () => {
    const toys = connect(stage.databaseOf('toy'), { connections: 1 })
    const heavy = announced(thingsPut({ shelf: 'x'.repeat(MOST_EVENT_BYTES), count: 1, poison: false }), {
      id: 'evt_heavy',
      source: 'toy',
      time: new Date().toISOString(),
      traceparent: '',
    })
    const announcing = toys.begin(async (begun) => {
      const tx = begun as unknown as Transaction
      await tx`insert into shelf values ('a', 1)`
      await storeInOutbox(tx, [heavy])
    })
    await expect(announcing).rejects.toThrow(/toy.things-put.v1 weighs \d+ bytes, 1000000 at most/)
    expect(await toys`select 1 from shelf`).toHaveLength(0)
    await toys.end()
  })
})
