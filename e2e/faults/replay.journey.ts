import type { StoredEvent } from '@souk/kit/contract'
import { seededRandom } from '@souk/kit/runtime'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type EmbeddedShop, openEmbeddedShop } from '../shop.ts'
import { busyDay } from './busy-day.ts'
import { rowsOf, wholeState, workLeft } from './whole-state.ts'

const SEED = 2_026

let shop: EmbeddedShop
beforeAll(async () => {
  shop = await openEmbeddedShop()
})
afterAll(() => shop.close())

/** Every event anybody ever announced, as its outbox keeps it. */
async function history(): Promise<StoredEvent[]> {
  const told: StoredEvent[] = []
  for (const source of shop.databases.keys()) {
    const rows = await rowsOf(
      shop.databases,
      source,
      'select id, type, subject, data, time, traceparent from outbox order by position',
    )
    told.push(
      ...rows.map(
        (row) => ({ ...row, source, time: (row.time as Date).toISOString() }) as unknown as StoredEvent,
      ),
    )
  }
  return told
}

const quiet = () => expect.poll(() => workLeft(shop.databases), { timeout: 20_000 }).toBe(0)

describe('the whole history sent again', () => {
  it(`to everybody, twice and shuffled, changes nothing at all (E2, seed ${SEED})`, async () => {
    await busyDay(shop)
    await quiet()
    const told = await history()
    expect(new Set(told.map(({ source }) => source)).size).toBeGreaterThanOrEqual(7)
    const before = await wholeState(shop.databases)
    const random = seededRandom(SEED)
    const again = [...told, ...told].map((event) => ({ event, at: random.unit() }))
    await shop.transport.publish(again.sort((a, b) => a.at - b.at).map(({ event }) => event))
    await quiet()
    expect(await wholeState(shop.databases)).toEqual(before)
  }, 60_000)
})
