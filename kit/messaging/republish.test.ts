import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { StoredEvent } from '../contract/event.ts'
import { connect, type Sql } from '../database/index.ts'
import { silentLog } from '../telemetry/log.ts'
import { cloneDatabase, testCluster } from '../testing/index.ts'
import { toy } from '../testing/toy/toy.ts'
import { republisher } from './republish.ts'
import type { Keeping } from './transport.ts'

let sql: Sql
let close: () => Promise<void>
beforeAll(async () => {
  const database = await cloneDatabase(testCluster(), toy())
  sql = connect(database.address)
  close = async () => {
    await sql.end()
    await database.drop()
  }
})
afterEach(async () => {
  await sql`delete from outbox`
  await sql`delete from published_to`
})
afterAll(() => close())

const kept = (stream: string, run = 'first run'): Keeping => ({ stream, run })

/** Published so many minutes ago, each a millisecond after the one before it. */
const havePublished = (name: string, { many = 1, minutesAgo = 60 } = {}) => sql`
  insert into outbox (id, type, subject, data, time, published_at)
  select ${name} || '-' || n, 'toy.happened.v1', 'a', '{}', at, at
  from generate_series(1, ${many}) n, lateral (
    select now() - ${minutesAgo} * interval '1 minute' + n * interval '1 millisecond' as at) made`

/** A process of the service, at a broker that keeps events as told. */
function process(at: { keeping: Keeping | undefined; isDown?: boolean }) {
  const published: string[] = []
  const again = republisher({
    sql,
    source: 'toy',
    log: silentLog,
    transport: { keeping: () => at.keeping },
    publish: async (events: readonly StoredEvent[]) => {
      if (at.isDown) throw new Error('the broker is away')
      published.push(...events.map(({ id }) => id))
    },
  })
  const toTheEnd = async () => {
    while (again.isDue()) await again.turn()
  }
  return { published, again, toTheEnd }
}
const numbered = (name: string, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `${name}-${from + index}`)

describe('what was published', () => {
  it('is left alone at the first broker there ever was', async () => {
    await havePublished('evt')
    const { published, toTheEnd } = process({ keeping: kept('one') })
    await toTheEnd()
    expect(published).toEqual([])
  })

  it('is published again, in order, when the stream is another one', async () => {
    await process({ keeping: kept('one') }).toTheEnd()
    await havePublished('evt', { many: 450 })
    const { published, toTheEnd } = process({ keeping: kept('two') })
    await toTheEnd()
    expect(published).toEqual(numbered('evt', 1, 450))
  })

  it('is published again once, however often the service starts', async () => {
    await process({ keeping: kept('one') }).toTheEnd()
    await havePublished('evt')
    await process({ keeping: kept('two') }).toTheEnd()
    const later = process({ keeping: kept('two') })
    await later.toTheEnd()
    expect(later.published).toEqual([])
  })

  it('goes on where a process died in the middle of it', async () => {
    await process({ keeping: kept('one') }).toTheEnd()
    await havePublished('evt', { many: 450 })
    const dies = process({ keeping: kept('two') })
    await dies.again.turn()
    const goesOn = process({ keeping: kept('two') })
    await goesOn.toTheEnd()
    expect(dies.published).toEqual(numbered('evt', 1, 200))
    expect(goesOn.published).toEqual(numbered('evt', 201, 450))
  })

  it('begins anew when the stream is lost in the middle of it', async () => {
    await process({ keeping: kept('one') }).toTheEnd()
    await havePublished('evt', { many: 250 })
    const at = { keeping: kept('two') }
    const { published, again, toTheEnd } = process(at)
    await again.turn()
    at.keeping = kept('three')
    await toTheEnd()
    expect(published.slice(200)).toEqual(numbered('evt', 1, 250))
  })

  it('stays due while the broker does not take it', async () => {
    await process({ keeping: kept('one') }).toTheEnd()
    await havePublished('evt')
    const at = { keeping: kept('two'), isDown: true }
    const { published, again, toTheEnd } = process(at)
    await expect(again.turn()).rejects.toThrow('away')
    expect(again.isDue()).toBe(true)
    at.isDown = false
    await toTheEnd()
    expect(published).toEqual(['evt-1'])
  })

  it('is published again by one replica at a time', async () => {
    await process({ keeping: kept('one') }).toTheEnd()
    await havePublished('evt', { many: 450 })
    const replicas = [process({ keeping: kept('two') }), process({ keeping: kept('two') })]
    await Promise.all(replicas.map(({ toTheEnd }) => toTheEnd()))
    expect(replicas.flatMap(({ published }) => published).sort()).toEqual(numbered('evt', 1, 450).sort())
  })

  it('is too old where inboxes may have forgotten that they applied it', async () => {
    await process({ keeping: kept('one') }).toTheEnd()
    await havePublished('old', { minutesAgo: 7 * 24 * 60 - 30 })
    await havePublished('evt', { minutesAgo: 7 * 24 * 60 - 90 })
    const { published, toTheEnd } = process({ keeping: kept('two') })
    await toTheEnd()
    expect(published).toEqual(['evt-1'])
  })
})

describe('a broker that was started anew with its stream', () => {
  it('gets the last minutes again, as it may not have written them down', async () => {
    await process({ keeping: kept('one') }).toTheEnd()
    await havePublished('early', { minutesAgo: 45 })
    await havePublished('late', { minutesAgo: 30 })
    const { published, toTheEnd } = process({ keeping: kept('one', 'second run') })
    await toTheEnd()
    expect(published).toEqual(['late-1'])
  })

  it('gets nothing again for a service that was started anew itself', async () => {
    await havePublished('evt')
    await process({ keeping: kept('one') }).toTheEnd()
    const { published, toTheEnd } = process({ keeping: kept('one') })
    await toTheEnd()
    expect(published).toEqual([])
  })

  it('gets all again that it got again a moment before', async () => {
    await process({ keeping: kept('one') }).toTheEnd()
    await havePublished('evt', { many: 3, minutesAgo: 600 })
    await havePublished('late')
    await process({ keeping: kept('two') }).toTheEnd()
    const { published, toTheEnd } = process({ keeping: kept('two', 'second run') })
    await toTheEnd()
    expect(published).toEqual([...numbered('evt', 1, 3), 'late-1'])
  })

  it('is treated once by each of two replicas that see different servers of a cluster', async () => {
    await havePublished('evt')
    const replicas = [
      process({ keeping: kept('one', 'server a') }),
      process({ keeping: kept('one', 'server b') }),
    ]
    for (let turn = 0; turn < 5; turn++) for (const { again } of replicas) await again.turn()
    expect(replicas.flatMap(({ published }) => published).length).toBeLessThanOrEqual(2)
    expect(replicas.some(({ again }) => again.isDue())).toBe(false)
  })
})
