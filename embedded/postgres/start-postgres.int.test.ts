import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { recall, remember, scratchFolder, startForTest, withSql } from './scratch.ts'

const time = async (work: () => Promise<unknown>) => {
  const begin = performance.now()
  await work()
  return performance.now() - begin
}

describe('starting PostgreSQL', { timeout: 60_000 }, () => {
  test('makes a database the first time and finds its data the next time, within a second', async () => {
    const dataFolder = join(scratchFolder(), 'deep', 'data')
    const first = await startForTest(dataFolder)
    await remember(first, 'an order')
    await first.stop()
    const warm = await time(async () =>
      expect(await recall(await startForTest(dataFolder))).toEqual(['an order']),
    )
    expect(first.version).toMatch(/^18\./)
    expect(warm).toBeLessThan(1000)
  })

  test('listens on a socket alone, in a folder closed to others, to those who know the password', async () => {
    const dataFolder = join(scratchFolder(), 'data')
    const running = await startForTest(dataFolder)
    const [row] = await withSql(
      running,
      (sql) => sql`select current_setting('listen_addresses') as addresses`,
    )
    expect(row).toEqual({ addresses: '' })
    expect(running.socketFolder).toBe(join(dataFolder, 'run'))
    expect(statSync(join(dataFolder, 'run')).mode & 0o777).toBe(0o700)
    expect(statSync(join(dataFolder, 'password')).mode & 0o777).toBe(0o600)
    await expect(recall({ ...running, password: 'guessed' })).rejects.toMatchObject({ code: '28P01' })
  })

  test('acknowledges only what is safe unless a test says otherwise', async () => {
    const dataFolder = join(scratchFolder(), 'data')
    const show = (sql: Parameters<Parameters<typeof withSql>[1]>[0]) =>
      sql`select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums', 'jit') order by name`
    const durable = await startForTest(dataFolder, { settings: {} })
    expect((await withSql(durable, show)).map((row) => `${row.name} ${row.setting}`)).toEqual([
      'data_checksums on',
      'fsync on',
      'full_page_writes on',
      'jit off',
      'synchronous_commit on',
    ])
    await durable.stop()
    const loose = await startForTest(dataFolder, { settings: { fsync: false, jit: true } })
    expect((await withSql(loose, show)).map((row) => row.setting)).toEqual(['on', 'off', 'on', 'on', 'on'])
  })

  test('knows letters beyond ASCII in any language', async () => {
    const running = await startForTest(join(scratchFolder(), 'data'))
    const [row] = await withSql(
      running,
      (sql) => sql`select lower('ÄÖ') as lower, to_tsvector('simple', 'Crème ÄPFEL') as words`,
    )
    expect(row).toEqual({ lower: 'äö', words: "'crème':1 'äpfel':2" })
  })

  test('clears away what a crash in the first start left', async () => {
    const dataFolder = join(scratchFolder(), 'data')
    mkdirSync(join(dataFolder, 'cluster.new-1', 'base'), { recursive: true })
    await startForTest(dataFolder)
    expect(readdirSync(dataFolder).filter((name) => name.startsWith('cluster'))).toEqual(['cluster'])
  })

  test('puts the socket of a data folder with a long path into a short one, and removes that at the end', async () => {
    const dataFolder = join(scratchFolder(), 'a-folder-with-a-long-name'.repeat(4), 'data')
    const running = await startForTest(dataFolder)
    await remember(running, 'reachable')
    expect(running.socketFolder?.startsWith(tmpdir())).toBe(true)
    expect(statSync(running.host).mode & 0o777).toBe(0o700)
    await running.stop()
    expect(existsSync(running.host)).toBe(false)
  })

  test('stops once, however often it is asked', async () => {
    const running = await startForTest(join(scratchFolder(), 'data'))
    await Promise.all([running.stop(), running.stop()])
    await running.exited
    expect(() => process.kill(running.processId, 0)).toThrow('ESRCH')
  })
})
