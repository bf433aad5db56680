import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { closeCluster, connect, type DatabaseAddress } from '@souk/kit/database'
import type { TestProject } from 'vitest/node'
import { startPostgres } from '../embedded/postgres/start-postgres.ts'

/** One PostgreSQL for the whole suite, closed like the shop's own. It need not survive a power cut, so it does not wait for the disk. */
export default async function setup(project: TestProject) {
  const dataFolder = await mkdtemp(join(tmpdir(), 'souk-test-'))
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }
  const { host, port, user, password, stop } = await startPostgres({ dataFolder, settings })
  const cluster = { host, port, user, password, database: 'postgres' }
  const owner = connect(cluster, { connections: 1 })
  await closeCluster(owner)
  await owner.end()
  project.provide('cluster', cluster)
  return async () => {
    await untilAlone(cluster)
    await stop()
    await rm(dataFolder, { recursive: true, force: true })
  }
}

const ENDING_MS = 10_000

/** Shops that end with their worker still finish what they have begun. */
async function untilAlone(cluster: DatabaseAddress) {
  const sql = connect(cluster, { connections: 1 })
  const deadline = performance.now() + ENDING_MS
  const others = () => sql`
    select from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`
  while ((await others()).length > 0 && performance.now() < deadline) await pause(100)
  await sql.end()
}
