import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startPostgres } from '../embedded/postgres/start-postgres.ts'

/** One PostgreSQL for the whole suite. It need not survive a power cut, so it does not wait for the disk. */
export default async function setup(project: TestProject) {
  const dataFolder = await mkdtemp(join(tmpdir(), 'souk-test-'))
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }
  const { host, port, user, password, stop } = await startPostgres({ dataFolder, settings })
  project.provide('cluster', { host, port, user, password, database: 'postgres' })
  return async () => {
    await stop()
    await rm(dataFolder, { recursive: true, force: true })
  }
}
