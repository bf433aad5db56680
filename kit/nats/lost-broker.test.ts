import { afterEach, describe, expect, it } from 'vitest'
import type { Sql } from '../database/index.ts'
import { natsIsHere, startNats } from '../testing/nats.ts'
import { ear } from '../testing/toy/ear.ts'
import { toy } from '../testing/toy/toy.ts'
import { opened, prepared } from './fixtures/broker.ts'
import { fill, home } from './fixtures/opened-service.ts'

const undo: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const one of undo.splice(0).reverse()) await one()
})

async function twoServices() {
  const nats = await startNats()
  undo.push(() => nats.stop())
  const broker = await prepared(nats, ['toy', 'ear'])
  undo.push(() => broker.stop())
  const [toys, ears] = [await home(toy()), await home(ear('ear'))]
  undo.push(toys.close, ears.close)
  const start = async (one: typeof toys) => {
    const transport = opened(nats)
    const service = await one.open(transport)
    const stop = async () => {
      await service.stop()
      await transport.close()
    }
    undo.push(stop)
    return { ...service, stop }
  }
  return { nats, toys, ears, start }
}

const shelves = (name: string, many: number) => Array.from({ length: many }, (_, index) => `${name} ${index}`)
const isSent = (sql: Sql) =>
  expect.poll(() => sql`select id from outbox where published_at is null`, { timeout: 10_000 }).toEqual([])
const heardBy = (sql: Sql) => async () =>
  (await sql<{ shelf: string }[]>`select shelf from heard order by position`).map(({ shelf }) => shelf)

describe.runIf(natsIsHere())('a service whose broker', { timeout: 60_000 }, () => {
  it('has lost its disk is brought what was published and not yet heard, once and in order', async () => {
    const { nats, toys, ears, start } = await twoServices()
    const publisher = await start(toys)
    const hearer = await start(ears)
    await fill(publisher, shelves('before', 30))
    await expect.poll(heardBy(ears.sql), { timeout: 10_000 }).toEqual(shelves('before', 30))
    await hearer.stop()
    await fill(publisher, shelves('lost', 300))
    await isSent(toys.sql)
    await nats.kill()
    await nats.wipe()
    await nats.start()
    await start(ears)
    await fill(publisher, shelves('after', 3))
    const all = [...shelves('before', 30), ...shelves('lost', 300), ...shelves('after', 3)]
    await expect.poll(heardBy(ears.sql), { timeout: 30_000 }).toEqual(all)
  })

  it('has lost its disk while nobody was up is brought it by whoever starts again', async () => {
    const { nats, toys, ears, start } = await twoServices()
    const publisher = await start(toys)
    await fill(publisher, shelves('lost', 20))
    await isSent(toys.sql)
    await publisher.stop()
    await nats.kill()
    await nats.wipe()
    await start(toys)
    await start(ears)
    await nats.start()
    await expect.poll(heardBy(ears.sql), { timeout: 30_000 }).toEqual(shelves('lost', 20))
  })

  it('is away keeps what it announces, and it is heard when there is one', async () => {
    const { nats, toys, ears, start } = await twoServices()
    await nats.kill()
    const publisher = await start(toys)
    await start(ears)
    await fill(publisher, shelves('kept', 5))
    await nats.start()
    await expect.poll(heardBy(ears.sql), { timeout: 30_000 }).toEqual(shelves('kept', 5))
  })
})
