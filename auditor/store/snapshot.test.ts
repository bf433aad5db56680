import { testCluster } from '@souk/kit/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openSnapshots, type Snapshots } from './snapshot.ts'

let snapshots: Snapshots
beforeAll(async () => {
  snapshots = await openSnapshots(new Map([['any', testCluster()]]))
})
afterAll(() => snapshots.close())

it('lets a query take longer than a request may: a large shop has large tables', async () => {
  const [row] = await snapshots.of(
    'any',
  )`select current_setting('statement_timeout')::interval > '1 minute' as is_patient`
  expect(row).toEqual({ is_patient: true })
})

it('writes nothing', async () => {
  await expect(snapshots.of('any')`create table note (id int)`).rejects.toThrow('read-only transaction')
})
