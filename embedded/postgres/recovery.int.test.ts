import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { accountFor } from './account.ts'
import { recall, remember, scratchFolder, shopOn, startForTest, withSql } from './scratch.ts'

describe('starting PostgreSQL after a crash', { timeout: 60_000 }, () => {
  test('keeps what was acknowledged before the server was killed', async () => {
    const dataFolder = join(scratchFolder(), 'data')
    const killed = await startForTest(dataFolder)
    await remember(killed, 'paid')
    process.kill(killed.processId, 'SIGKILL')
    await killed.exited
    await killed.stop()
    expect(await recall(await startForTest(dataFolder))).toEqual(['paid'])
  })

  test('replaces the server that a killed shop left running, and keeps its data', async () => {
    const dataFolder = join(scratchFolder(), 'data')
    const orphan = await orphanOf(dataFolder)
    expect(process.kill(orphan, 0)).toBe(true)
    const begin = performance.now()
    const running = await startForTest(dataFolder)
    const took = performance.now() - begin
    expect(running.processId).not.toBe(orphan)
    expect(readFileSync(join(dataFolder, 'cluster', 'postmaster.pid'), 'utf8')).toMatch(
      `${running.processId}\n`,
    )
    expect(await recall(running)).toEqual(['ordered'])
    expect(took).toBeLessThan(3000)
  })

  test('leaves a stranger alone who was given the pid of the dead server', async () => {
    const dataFolder = join(scratchFolder(), 'data')
    const killed = await startForTest(dataFolder)
    process.kill(killed.processId, 'SIGKILL')
    await killed.exited
    await killed.stop()
    const stranger = await strangerFor(dataFolder)
    const file = join(dataFolder, 'cluster', 'postmaster.pid')
    writeFileSync(file, readFileSync(file, 'utf8').replace(String(killed.processId), String(stranger)))
    await remember(await startForTest(dataFolder), 'started')
    expect(process.kill(stranger, 0)).toBe(true)
  })

  test('waits for a query that outlives the killed server', async () => {
    const dataFolder = join(scratchFolder(), 'data')
    const killed = await startForTest(dataFolder)
    await remember(killed, 'paid')
    const busy = withSql(killed, async (sql) => {
      const begun = sql`select 'begun'`
      await begun
      process.nextTick(() => setImmediate(() => process.kill(killed.processId, 'SIGKILL')))
      await sql`do $$ declare till timestamptz := clock_timestamp() + interval '1 second';
        begin while clock_timestamp() < till loop null; end loop; end $$`
    }).catch(() => 'cut off')
    await killed.exited
    await killed.stop()
    expect(await recall(await startForTest(dataFolder))).toEqual(['paid'])
    await busy
  })
})

/** Starts a server in a shop that is then killed. Returns the pid of the server, which lives on. */
async function orphanOf(dataFolder: string): Promise<number> {
  const shop = await shopOn(dataFolder)
  await remember(shop.running, 'ordered')
  shop.process.kill('SIGKILL')
  await once(shop.process, 'exit')
  return shop.running.processId
}

/** A process that lives under the user the server runs as, like one that was given its pid. */
async function strangerFor(dataFolder: string): Promise<number> {
  const stranger = spawn('sleep', ['60'], { stdio: 'ignore', ...(await accountFor(dataFolder)) })
  onTestFinished(() => void stranger.kill('SIGKILL'))
  await once(stranger, 'spawn')
  return stranger.pid ?? 0
}
