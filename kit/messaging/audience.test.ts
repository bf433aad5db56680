import { afterEach, describe, expect, it } from 'vitest'
import type { StoredEvent } from '../contract/index.ts'
import { connect } from '../database/index.ts'
import { cloneDatabase, testCluster } from '../testing/index.ts'
import { thingsPut, toy } from '../testing/toy/toy.ts'
import { applyBatch, storeInInbox } from './inbox.ts'
import { announced, relayBatch, storeInOutbox } from './outbox.ts'
import type { Apply } from './side-by-side.ts'
import { inProcessTransport } from './transport.ts'

const undo: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const one of undo.splice(0).reverse()) await one()
})

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
const ear = { name: 'ear', hears: [{ event: thingsPut }] }

describe('an event', () => {
  it('waits in the outbox for a service that opens later', async () => {
    const sql = await database()
    const transport = inProcessTransport([ear])
    const relay = () => relayBatch(sql, 'toy', (events) => transport.publish(events))
    await sql.begin((tx) => storeInOutbox(tx as never, [fact('evt_1')], transport.isHeard))

    await expect(relay()).rejects.toThrow('ear is not there to hear')
    const heard: string[] = []
    const store = async (events: readonly StoredEvent[]) => void heard.push(...events.map(({ id }) => id))
    transport.subscribe({ consumer: 'ear', types: new Set([thingsPut.type]), store })
    await relay()

    expect(heard).toEqual(['evt_1'])
  })

  it('nobody hears is history at once, and is kept', async () => {
    const sql = await database()
    await sql.begin((tx) => storeInOutbox(tx as never, [fact('evt_1')], inProcessTransport([]).isHeard))

    const relayed = await relayBatch(sql, 'toy', async () => {})

    expect(relayed).toBe(0)
    expect(await sql`select id from outbox where published_at is not null`).toEqual([{ id: 'evt_1' }])
  })
})

describe('events of one batch', () => {
  it('that touch different things are applied side by side, those of one thing in order', async () => {
    const sql = await database()
    await storeInInbox(sql, [fact('a1', 'a'), fact('a2', 'a'), fact('b1', 'b')])
    const bIsThere = Promise.withResolvers<void>()
    const applied: string[] = []
    const apply = async (_tx: unknown, { id }: StoredEvent) => {
      if (id === 'b1') bIsThere.resolve()
      else await bIsThere.promise
      applied.push(id)
    }

    await applyBatch(sql, apply, { keyOf: ({ subject }) => subject })

    expect(applied).toEqual(['b1', 'a1', 'a2'])
  })

  it('wait for one that does not say what it touches, and it for them', async () => {
    const sql = await database()
    await storeInInbox(sql, [fact('a1', 'a'), fact('whole', ''), fact('b1', 'b')])
    const under = new Set<string>()
    const seen: string[] = []
    const apply: Apply = async (tx, { id }) => {
      under.add(id)
      seen.push([...under].join(' '))
      await tx`select 1`
      under.delete(id)
    }

    await applyBatch(sql, apply, { keyOf: ({ subject }) => subject || undefined })

    expect(seen).toEqual(['a1', 'whole', 'b1'])
  })

  it('are all undone when one fails, and applied again without it', async () => {
    const sql = await database()
    await storeInInbox(sql, [fact('a1', 'a'), fact('bad', 'b'), fact('c1', 'c')])

    const durable: string[] = []
    await applyBatch(
      sql,
      async (tx, { id }, afterCommit) => {
        await tx`insert into shelf (name, count) values (${id}, 1)`
        afterCommit(() => durable.push(id))
        if (id === 'bad') throw new Error('poisoned')
      },
      { keyOf: ({ subject }) => subject },
    )

    expect(durable).toEqual(['a1', 'c1'])
    expect(await sql`select name from shelf order by name`).toEqual([{ name: 'a1' }, { name: 'c1' }])
    expect(await sql`select id, attempts from inbox where state = 'waiting'`).toEqual([
      { id: 'bad', attempts: 1 },
    ])
  })
})
