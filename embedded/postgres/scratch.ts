import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { expect, onTestFinished } from 'vitest'
import { layout } from './data-folder.ts'
import { isPostmasterOf } from './leftover.ts'
import { type RunningPostgres, type StartRequest, startPostgres } from './start-postgres.ts'

/** For tests: a folder that is removed when the test ends. */
export function scratchFolder(mode = 0o755): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'souk-test-')))
  chmodSync(folder, mode)
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** For tests: a server that is stopped when the test ends, without waiting for the disk. */
export async function startForTest(
  dataFolder: string,
  rest?: Omit<StartRequest, 'dataFolder'>,
): Promise<RunningPostgres> {
  const running = await startPostgres({ dataFolder, settings: { fsync: false }, ...rest })
  onTestFinished(() => running.stop())
  return running
}

/** For tests: does something with a connection and closes it. */
export async function withSql<T>(
  { host, port, user, password }: Connection,
  work: (sql: postgres.Sql) => Promise<T>,
) {
  const sql = postgres({ host, port, user, password, max: 1, onnotice: () => {} })
  try {
    return await work(sql)
  } finally {
    await sql.end({ timeout: 1 })
  }
}

type Connection = Pick<RunningPostgres, 'host' | 'port' | 'user' | 'password'>

/** For tests: stores a fact that a later start must find again. */
export const remember = (running: Connection, fact: string) =>
  withSql(running, async (sql) => {
    await sql`create table if not exists facts (fact text not null)`
    await sql`insert into facts values (${fact})`
  })

/** For tests: every fact stored so far. */
export const recall = (running: Connection) =>
  withSql(running, async (sql) =>
    (await sql<{ fact: string }[]>`select fact from facts`).map((row) => row.fact),
  )

/** For tests: starts the server in a process of its own, as a second shop would. Says what that process printed. */
export async function shopOn(
  dataFolder: string,
): Promise<{ process: ChildProcess; running: RunningPostgres }> {
  const script = `
    import { startPostgres } from ${JSON.stringify(new URL('start-postgres.ts', import.meta.url))}
    const running = await startPostgres(${JSON.stringify({ dataFolder, settings: { fsync: false } })})
    console.log(JSON.stringify(running))`
  const shop = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [printed] = await once(shop.stdout.setEncoding('utf8'), 'data')
  const running: RunningPostgres = JSON.parse(printed)
  onTestFinished(async () => {
    shop.kill('SIGKILL')
    await stopOrphan(dataFolder, running.processId)
  })
  return { process: shop, running }
}

async function stopOrphan(dataFolder: string, pid: number): Promise<void> {
  const { cluster } = layout(dataFolder)
  if (isPostmasterOf(cluster, pid)) process.kill(pid, 'SIGINT')
  await expect.poll(() => isPostmasterOf(cluster, pid), { timeout: 10_000 }).toBe(false)
}
