import { afterAll, beforeAll, expect, it } from 'vitest'
import { connect, type Sql } from '../database/index.ts'
import { silentLog } from '../telemetry/log.ts'
import { cloneDatabase, type TestDatabase, testCluster } from '../testing/index.ts'
import { toy } from '../testing/toy/toy.ts'
import { claimKey, completeKey, freeKeys } from './idempotency.ts'
import { presence } from './presence.ts'

let database: TestDatabase
let sql: Sql
beforeAll(async () => {
  database = await cloneDatabase(testCluster(), toy())
  sql = connect(database.address, { connections: 1 })
})
afterAll(async () => {
  await sql.end()
  await database.drop()
})

const claim = (key: string) => ({ principal: 'guest', key, seal: Buffer.alloc(32, key), fingerprint: key })

it('frees the keys of a process that died at its work, and keeps the answers that were given', async () => {
  const [left, answered] = [claim('left'), claim('answered')]
  await claimKey(sql, left, 'proc_test')
  await claimKey(sql, answered, 'proc_test')
  await completeKey(sql, answered, { ok: true, status: 204, body: undefined })
  expect(await claimKey(sql, left, 'proc_test')).toMatchObject({
    refusal: { code: 'idempotency_in_progress' },
  })
  await freeKeys(sql)
  expect(await claimKey(sql, left, 'proc_test')).toBeUndefined()
  expect(await claimKey(sql, answered, 'proc_test')).toMatchObject({ status: 204, replayed: true })
})

it('gives a key to another at once when the process that claimed it is gone, and not while it lives', async () => {
  const alive = await presence({ database: database.address, owner: 'alive', log: silentLog })
  await claimKey(sql, claim('held'), 'alive')
  expect(await claimKey(sql, claim('held'), 'other')).toMatchObject({ ok: false })
  // As a process that was killed leaves it: named, and its lock let go of.
  await sql`insert into process (id) values ('dead')`
  await claimKey(sql, claim('orphaned'), 'dead')
  expect(await claimKey(sql, claim('orphaned'), 'other')).toBeUndefined()
  // Nobody knows of `other` whether it is gone: its claim stands for its minute.
  expect(await claimKey(sql, claim('orphaned'), 'third')).toMatchObject({ ok: false })
  await alive.stop()
})
