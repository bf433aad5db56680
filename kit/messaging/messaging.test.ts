import { afterEach, describe, expect, it } from 'vitest'
import type { StoredEvent } from '../contract/index.ts'
import { connect } from '../database/index.ts'
import { cloneDatabase, guest, openStage, type Stage, testCluster } from '../testing/index.ts'
import { heardOn, put, thingsPut, toy } from '../testing/toy/toy.ts'
import { applyBatch, storeInInbox } from './inbox.ts'
import { announced, relayBatch, storeInOutbox } from './outbox.ts'
import type { Apply } from './side-by-side.ts'

const undo: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const one of undo.splice(0).reverse()) await one()
})

const open = async (ear?: { isPoisoned: boolean }): Promise<Stage> => {
  const stage = await openStage([toy(ear)], { cluster: testCluster() })
  undo.push(() => stage.stop())
  return stage
}
const counts = async (stage: Stage, shelf: string) => {
  const heard = await stage.ask(heardOn, { shelf }, { as: guest })
  return heard.ok ? heard.body.counts : []
}
const database = async () => {
  const made = await cloneDatabase(testCluster(), toy())
  const sql = connect(made.address)
  undo.push(
    () => made.drop(),
    () => sql.end(),
  )
  return sql
}
const fact = (id: string, subject = 'shelf'): StoredEvent =>
  announced(thingsPut({ shelf: subject, count: 1, poison: false }), {
    id,
    source: 'toy',
    time: new Date(0).toISOString(),
    traceparent: '',
  })

describe('an event', () => {
  it('is applied once in order, whoever announced it', async () => {
    const stage = await open()
    for (const count of [1, 2, 3]) await stage.reply(put, { shelf: 'a', count }, { as: guest })
    await stage.settle()
    expect(await counts(stage, 'a')).toEqual([1, 2, 3])
  })

  it('is applied once however often it is delivered', async () => {
    const sql = await database()
    await storeInInbox(sql, [fact('evt_1'), fact('evt_1')])
    await storeInInbox(sql, [fact('evt_1')])
    const applied: string[] = []
    const apply = async (_tx: unknown, event: StoredEvent) => void applied.push(event.id)
    await applyBatch(sql, apply)
    await storeInInbox(sql, [fact('evt_1')])
    await applyBatch(sql, apply)
    expect(applied).toEqual(['evt_1'])
  })

  it('is stored although another replica stores the same ones in another order (K05)', async () => {
    const sql = await database()
    const insert = (tx: { unsafe(statement: string): PromiseLike<unknown> }, id: string) =>
      tx.unsafe(`insert into inbox (id, type, subject, source, data, time, due_at)
        values ('${id}', 'toy.things-put.v1', 'shelf', 'toy', '{}', now(), now())`)
    let storing: Promise<void> | undefined
    const other = sql.begin(async (tx) => {
      await insert(tx, 'evt_b')
      storing = storeInInbox(sql, [fact('evt_a'), fact('evt_b')])
      const waiting = async () =>
        (
          await sql`select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`
        ).count
      await expect.poll(waiting, { interval: 5, timeout: 10_000 }).toBeGreaterThan(0)
      await insert(tx, 'evt_a')
    })
    // Whoever has waited for a second looks for the deadlock and gives way: on a slow machine that is the other one.
    await other.catch((fault) => expect(fault).toMatchObject({ code: '40P01' }))
    await storing
    expect((await sql`select id from inbox order by id`).map(({ id }) => id)).toEqual(['evt_a', 'evt_b'])
  })

  it('that another replica has applied meanwhile has no second effect (K05)', async () => {
    const sql = await database()
    await storeInInbox(sql, [fact('evt_1'), fact('evt_2')])
    const effects = async () =>
      (await sql`select shelf from heard order by position`).map(({ shelf }) => shelf)
    const apply: Apply = async (tx, { id }) =>
      void (await tx`insert into heard (shelf, count) values (${id}, 1)`)
    const waitsForLock = async () => {
      const waiting =
        await sql`select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`
      return waiting.count
    }
    let applying: Promise<unknown> | undefined
    await sql.begin(async (other) => {
      await other`update inbox set state = 'applied' where id = 'evt_1'`
      applying = applyBatch(sql, apply)
      await expect.poll(waitsForLock, { timeout: 5_000 }).toBe(1)
    })
    await applying
    expect(await effects()).toEqual(['evt_2'])
    const left = await sql`select id, state, attempts from inbox order by position`
    expect(left.map(({ id, state, attempts }) => [id, state, attempts])).toEqual([
      ['evt_1', 'applied', 0],
      ['evt_2', 'applied', 0],
    ])
  })

  it('that cannot be applied waits, with what follows of its subject, and the others go on', async () => {
    const ear = { isPoisoned: true }
    const stage = await open(ear)
    await stage.reply(put, { shelf: 'sick', count: 1, note: 'poison' }, { as: guest })
    await stage.reply(put, { shelf: 'sick', count: 2 }, { as: guest })
    await stage.reply(put, { shelf: 'well', count: 3 }, { as: guest })
    await stage.settle()
    expect(await counts(stage, 'well')).toEqual([3])
    expect(await counts(stage, 'sick')).toEqual([])
    ear.isPoisoned = false
    const sick = async () => {
      await stage.settle()
      return await counts(stage, 'sick')
    }
    await expect.poll(sick, { timeout: 5_000 }).toEqual([1, 2])
  })

  it('is parked after its last attempt, and what follows goes on', async () => {
    const sql = await database()
    await storeInInbox(sql, [fact('evt_bad'), fact('evt_good')])
    const apply = async (_tx: unknown, event: StoredEvent) => {
      if (event.id === 'evt_bad') throw new Error('never')
    }
    for (let attempt = 0; attempt < 8; attempt++) {
      await applyBatch(sql, apply)
      await sql`update inbox set due_at = now() where state = 'waiting'`
    }
    await applyBatch(sql, apply)
    const rows = await sql`select id, state, error from inbox order by position`
    expect(rows.map(({ id, state }) => [id, state])).toEqual([
      ['evt_bad', 'parked'],
      ['evt_good', 'applied'],
    ])
    expect(rows[0]?.error).toContain('never')
  })
})

describe('the relay', () => {
  it('sends what commits late although later rows are already out', async () => {
    const sql = await database()
    const sent: string[] = []
    const publish = async (events: StoredEvent[]) => void sent.push(...events.map(({ id }) => id))
    const { promise: held, resolve: letGo } = Promise.withResolvers<void>()
    const { promise: stored, resolve: isStored } = Promise.withResolvers<void>()
    const late = sql.begin(async (tx) => {
      await storeInOutbox(tx as never, [fact('evt_late')])
      isStored()
      await held
    })
    await stored
    await sql.begin((tx) => storeInOutbox(tx as never, [fact('evt_early')]))
    await relayBatch(sql, 'toy', publish)
    letGo()
    await late
    await relayBatch(sql, 'toy', publish)
    expect(sent).toEqual(['evt_early', 'evt_late'])
  })

  it('keeps what could not be published', async () => {
    const sql = await database()
    await sql.begin((tx) => storeInOutbox(tx as never, [fact('evt_1')]))
    await expect(relayBatch(sql, 'toy', () => Promise.reject(new Error('nobody there')))).rejects.toThrow(
      'nobody there',
    )
    const sent: string[] = []
    await relayBatch(sql, 'toy', async (events) => void sent.push(...events.map(({ id }) => id)))
    expect(sent).toEqual(['evt_1'])
  })

  it('runs once when two run at the same time', async () => {
    const sql = await database()
    await sql.begin((tx) =>
      storeInOutbox(
        tx as never,
        Array.from({ length: 50 }, (_, index) => fact(`evt_${index}`)),
      ),
    )
    const sent: string[] = []
    const publish = async (events: StoredEvent[]) => void sent.push(...events.map(({ id }) => id))
    await Promise.all(Array.from({ length: 4 }, () => relayBatch(sql, 'toy', publish)))
    await relayBatch(sql, 'toy', publish)
    expect(sent).toHaveLength(50)
    expect(new Set(sent).size).toBe(50)
  })
})
