import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { connect, type Sql } from '../database/index.ts'
import { openStage, type Stage, testCluster } from '../testing/index.ts'
import { toy } from '../testing/toy/toy.ts'

let stage: Stage
let sql: Sql
beforeAll(async () => {
  stage = await openStage([toy()], { cluster: testCluster() })
  sql = connect(stage.databaseOf('toy'), { connections: 1 })
})
afterAll(async () => {
  await sql.end()
  await stage.stop()
})

const eventually = (look: () => Promise<void>) => vi.waitFor(look, { timeout: 10_000, interval: 50 })

describe('work nobody was woken for', () => {
  it('is sent when it lies in the outbox', async () => {
    await sql`
      insert into outbox (id, type, subject, data, time)
      values ('evt_left', 'toy.things-put.v1', 'shelf', '{"shelf": "left", "count": 1}', now())`
    await eventually(async () =>
      expect(await sql`select published_at is not null as sent from outbox where id = 'evt_left'`).toEqual([
        { sent: true },
      ]),
    )
  })

  it('is done when it failed and is due again', async () => {
    await sql`
      insert into inbox (id, type, subject, source, data, time, due_at, attempts)
      values ('evt_failed', 'toy.things-put.v1', 'shelf', 'toy', '{"shelf": "again", "count": 1}', now(), now(), 1)`
    await eventually(async () => {
      const [row] = await sql`select state, attempts from inbox where id = 'evt_failed'`
      expect(row).not.toEqual({ state: 'waiting', attempts: 1 })
    })
  })
})
