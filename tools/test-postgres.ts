import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { closeCluster, connect } from '@souk/kit/database'
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
    await stop()
    await rm(dataFolder, { recursive: true, force: true })
  }
}
