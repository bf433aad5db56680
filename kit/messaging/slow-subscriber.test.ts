import { setTimeout as pause } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterEach, describe, expect, it } from 'vitest'
import { connect } from '../database/index.ts'
import { openStage, type Stage, testCluster } from '../testing/index.ts'
import { ear } from '../testing/toy/ear.ts'
import { query } from '../testing/toy/shelves.ts'
import { thingsPut, toy } from '../testing/toy/toy.ts'

const EVENTS = 16_000
const EVENT_BYTES = 10_000
const MEGABYTE = 1_000_000

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')
/** What is held, and not what was let go and not yet swept away; what the stage notes for tests aside. */
const held = (): number => {
  stage.announced().length = 0
  collectGarbage()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

let stage: Stage
afterEach(() => stage.stop())

/** As many announcements of that size as PostgreSQL can make by itself. */
async function announceMany() {
  const sql = connect(stage.databaseOf('toy'), { connections: 1 })
  await sql`
    insert into outbox (id, type, subject, data, time)
    select 'evt_' || i, ${thingsPut.type}, 'shelf-' || i, jsonb_build_object('shelf', 'shelf-' || i, 'count', 1,
      'padding', repeat('x', ${EVENT_BYTES})), now() from generate_series(1, ${EVENTS}) i`
  await sql.end()
}
const numberOf = async (service: string, rows: string) =>
  (await query<{ count: number }>(stage, service, `select count(*)::int as count from ${rows}`))[0]?.count ??
  0

describe('a slow subscriber', () => {
  it('holds up no publisher, and what waits for it waits on disk and not in memory (F68)', async () => {
    const { promise: released, resolve: release } = Promise.withResolvers<void>()
    let isSlow = true
    const slow = ear('slow', () => (isSlow ? Promise.race([pause(200), released]) : undefined))
    stage = await openStage([toy(), slow], { cluster: testCluster() })
    const before = held()
    let most = 0
    const watch = setInterval(() => {
      most = Math.max(most, held() - before)
    }, 500)
    try {
      await announceMany()
      const unpublished = () => numberOf('toy', 'outbox where published_at is null')
      await expect.poll(unpublished, { timeout: 60_000, interval: 500 }).toBe(0)
      expect(await numberOf('slow', `inbox where state = 'waiting'`)).toBeGreaterThan(EVENTS / 2)
      expect(
        await numberOf(
          'slow',
          `(select id from inbox where state = 'waiting' union all select event_id from heard) e`,
        ),
      ).toBe(EVENTS)
      expect(most).toBeLessThan(100 * MEGABYTE)
      expect(EVENTS * EVENT_BYTES).toBe(160 * MEGABYTE)
    } finally {
      isSlow = false
      release()
      clearInterval(watch)
    }
  }, 120_000)
})
