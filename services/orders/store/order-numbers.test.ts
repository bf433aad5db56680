import { connect } from '@souk/kit/database'
import { migrationsBeside } from '@souk/kit/service'
import { cloneDatabase, testCluster } from '@souk/kit/testing'
import { expect, it } from 'vitest'
import { orderNumbers } from './order-numbers.ts'

it('gives a thousand orders at once, in two processes, a number each', async () => {
  const migrations = migrationsBeside(new URL('..', import.meta.url).href)
  const database = await cloneDatabase(testCluster(), { name: 'orders', migrations })
  const sql = connect(database.address, { connections: 4 })
  const processes = [orderNumbers(), orderNumbers()] as const
  const given = await Promise.all(
    Array.from({ length: 1_000 }, (_, index) => processes[index % 2 ? 1 : 0](sql)),
  )
  expect(new Set(given).size).toBe(1_000)
  expect(given.every((number) => /^S-\d{6}$/.test(number))).toBe(true)
  await sql.end()
  await database.drop()
})
