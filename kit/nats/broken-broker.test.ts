import { setTimeout as pause } from 'node:timers/promises'
import { jetstream } from '@nats-io/jetstream'
import { afterEach, describe, expect, it } from 'vitest'
import type { StoredEvent } from '../contract/event.ts'
import { seededRandom } from '../runtime/random.ts'
import { silentLog } from '../telemetry/log.ts'
import { natsIsHere, startNats } from '../testing/nats.ts'
import { writeCloudEvent } from './cloud-event.ts'
import { addressOf, byHand, type Opened, opened, prepared } from './fixtures/broker.ts'
import { hear } from './hear.ts'
import { openLink } from './link.ts'
import { STREAM } from './names.ts'

const undo: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const one of undo.splice(0).reverse()) await one()
})

const TYPE = 'suite.happened.v1'
const types = new Set([TYPE])
const fact = (id: string, source = 'suite'): StoredEvent => ({
  id,
  type: TYPE,
  subject: 'a',
  source,
  time: new Date(0).toISOString(),
  data: {},
})
const facts = (name: string, many: number, source?: string) =>
  Array.from({ length: many }, (_, index) => fact(`${name}-${index}`, source))
const idsOf = (events: readonly StoredEvent[]) => events.map(({ id }) => id)

async function broker(names = ['ear']) {
  const nats = await startNats()
  undo.push(() => nats.stop())
  const plan = await prepared(nats, names)
  undo.push(() => plan.stop())
  const transport = () => {
    const made = opened(nats)
    undo.push(() => made.close())
    return made
  }
  return { nats, transport }
}

/** Stores what it is brought, as an inbox does: each once, where it came first. */
function listen(transport: Opened, { consumer = 'ear', isAway = () => false } = {}) {
  const stored = new Map<string, StoredEvent>()
  transport.subscribe({
    consumer,
    types,
    async store(events) {
      if (isAway()) throw new Error('the database is away')
      for (const event of events) if (!stored.has(event.id)) stored.set(event.id, event)
    },
  })
  return () => [...stored.keys()]
}

/** As a relay does. */
async function publishUntilTaken(transport: Opened, events: readonly StoredEvent[]) {
  for (;;) {
    try {
      return await transport.publish(events)
    } catch {
      await pause(50)
    }
  }
}

describe.runIf(natsIsHere())('a broker', { timeout: 60_000 }, () => {
  it('that is killed again and again loses nothing ten publishers were told it has, nor its order', async () => {
    const { nats, transport } = await broker()
    const stored = listen(transport())
    const random = seededRandom(5)
    const names = Array.from({ length: 10 }, (_, index) => `source-${index}`)
    let isOver = false
    let taken = 0
    const publishing = names.map(async (name) => {
      const own = transport()
      const published: StoredEvent[] = []
      while (!isOver) {
        const events = facts(`${name}:${published.length}`, 8, name)
        await publishUntilTaken(own, events)
        published.push(...events)
        taken += events.length
        await pause(5)
      }
      return published
    })
    for (let kills = 0; kills < 4; kills++) {
      const enough = taken + 300 + Math.floor(200 * random.unit())
      await expect.poll(() => taken, { timeout: 20_000, interval: 5 }).toBeGreaterThan(enough)
      await nats.kill()
      await nats.start()
    }
    isOver = true
    const published = await Promise.all(publishing)
    const sorted = (ids: string[]) => ids.sort()
    await expect.poll(() => sorted(stored()), { timeout: 40_000 }).toEqual(sorted(published.flatMap(idsOf)))
    const ofOne = (name: string) => stored().filter((id) => id.startsWith(`${name}:`))
    for (const [index, name] of names.entries()) expect(ofOne(name)).toEqual(idsOf(published[index] ?? []))
  })

  it('that is away or stands still is said to be so in bounded time', async () => {
    const { nats, transport } = await broker()
    const publisher = transport()
    await publisher.publish([fact('there')])
    await nats.freeze()
    const begun = performance.now()
    await expect(publisher.publish([fact('frozen')])).rejects.toThrow()
    nats.thaw()
    await nats.kill()
    await expect(publisher.publish([fact('away')])).rejects.toThrow('away')
    expect(performance.now() - begun).toBeLessThan(15_000)
  })

  it('brings no more what is no event, counts it, and goes on with what is', async () => {
    const { nats, transport } = await broker()
    const own = transport()
    const stored = listen(own)
    const subject = `souk.events.suite.${TYPE}`
    const lies = { ...fact('lie'), source: 'payments' }
    await byHand(nats, async (_, connection) => {
      const js = jetstream(connection)
      await js.publish(subject, 'no json')
      await js.publish(subject, 'null')
      await js.publish(subject, '{"id": "evt"}')
      await js.publish(subject, writeCloudEvent(lies))
      await js.publish(subject, writeCloudEvent(fact('fine')))
    })
    await expect.poll(stored).toEqual(['fine'])
    expect(await own.metrics()).toContain('souk_unreadable_events{service="ear"} 4')
    const left = () =>
      byHand(nats, async ({ consumers }) => (await consumers.info(STREAM, 'ear')).num_ack_pending)
    await expect.poll(left).toBe(0)
  })

  it('brings again, in order, what a service let go of because it could not store it for long', async () => {
    const { nats, transport } = await broker()
    const stored: string[] = []
    let isAway = true
    const link = openLink(addressOf(nats), silentLog)
    const store = async (events: readonly StoredEvent[]) => {
      if (isAway) throw new Error('the database is away')
      stored.push(...idsOf(events))
    }
    const parts = { link, patienceMs: 300, log: silentLog, unreadable: () => {} }
    const hearing = hear({ consumer: 'ear', types, store }, parts)
    undo.push(() => link.close(), hearing.leave)
    const publisher = transport()
    await publisher.publish(facts('early', 30))
    const redelivered = () =>
      byHand(nats, async ({ consumers }) => (await consumers.info(STREAM, 'ear')).num_redelivered)
    await expect.poll(redelivered, { timeout: 10_000 }).toBe(30)
    await publisher.publish(facts('late', 5))
    isAway = false
    const all = [...facts('early', 30), ...facts('late', 5)]
    await expect.poll(() => stored, { timeout: 10_000 }).toEqual(idsOf(all))
  })

  it('brings again, before what follows, what a process held when it was killed', async () => {
    const { nats, transport } = await broker()
    const publisher = transport()
    await publisher.publish(facts('early', 20))
    await byHand(nats, async (_, connection) => {
      const dies = await jetstream(connection).consumers.get(STREAM, 'ear')
      for await (const message of await dies.fetch({ max_messages: 10 })) if (message.seq === 10) break
    })
    await publisher.publish(facts('late', 5))
    const stored = listen(transport())
    const all = [...facts('early', 20), ...facts('late', 5)]
    await expect.poll(stored, { timeout: 10_000 }).toEqual(idsOf(all))
  })

  it('that lost its stream while connected is used again once it is prepared', async () => {
    const { nats, transport } = await broker()
    const own = transport()
    const stored = listen(own)
    await own.publish([fact('before')])
    const before = own.keeping?.()
    await byHand(nats, ({ streams }) => streams.delete(STREAM))
    await expect
      .poll(() => own.keeping?.()?.stream ?? before?.stream, { timeout: 10_000 })
      .not.toBe(before?.stream)
    await publishUntilTaken(own, [fact('after')])
    await expect.poll(stored, { timeout: 10_000 }).toEqual(['before', 'after'])
  })
})
