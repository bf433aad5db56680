import { expect, it } from 'vitest'
import { cloneDatabase, testCluster } from '../testing/index.ts'
import { toy } from '../testing/toy/toy.ts'
import { connect } from './connect.ts'
import { isLateWrite } from './late-write.ts'
import { transact } from './transact.ts'

const MOST_ROUNDS = 200

it('knows what the driver throws from a timer when a connection is cut, and takes nothing else for it', async () => {
  const database = await cloneDatabase(testCluster(), toy())
  const sql = connect(database.address, { connections: 1 })
  const thrown: unknown[] = []
  const others = process.listeners('uncaughtException')
  process.removeAllListeners('uncaughtException').on('uncaughtException', (fault) => void thrown.push(fault))
  for (let round = 0; round < MOST_ROUNDS && thrown.length === 0; round++) {
    await transact(sql, (tx) => tx`select pg_terminate_backend(pg_backend_pid())`).catch(() => {})
    await sql`select 1`.catch(() => {})
  }
  process.removeAllListeners('uncaughtException')
  for (const one of others) process.on('uncaughtException', one)
  await sql.end({ timeout: 1 })
  await database.drop()
  expect(thrown.map(isLateWrite)).toEqual([true])
  expect(isLateWrite(new TypeError("Cannot read properties of null (reading 'write')"))).toBe(false)
})
