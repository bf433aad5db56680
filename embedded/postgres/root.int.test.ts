import { spawnSync } from 'node:child_process'
import { chownSync, existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { remember, scratchFolder, startForTest } from './scratch.ts'

const isRoot = process.geteuid?.() === 0

/** A user with a number and no name, as in a container that works on somebody's checkout. */
const owner = isRoot
  ? { uid: 21_234, gid: 21_234 }
  : { uid: process.geteuid?.() ?? 0, gid: process.getegid?.() ?? 0 }

const statusOf = (pid: number) => readFileSync(`/proc/${pid}/status`, 'utf8')

describe('the user PostgreSQL runs as', { timeout: 60_000 }, () => {
  test('in a folder that only its owner may enter, the server still starts, never as root and with one privilege at most', async () => {
    const running = await startForTest(join(scratchFolder(0o700), 'data'))
    await remember(running, 'written')
    const status = statusOf(running.processId)
    expect(status).not.toMatch(/^Uid:\t0\t/m)
    expect(status).toMatch(isRoot ? /^CapEff:\t000000000000000[24]$/m : /^CapEff:\t0+$/m)
    expect(status).toMatch(isRoot ? /^CapBnd:\t000000000000000[24]$/m : /^CapBnd:/m)
  })

  test("in somebody's folder it runs as that person, who owns every file and can delete them all", async () => {
    const folder = scratchFolder()
    chownSync(folder, owner.uid, owner.gid)
    const running = await startForTest(join(folder, 'shop', 'data'))
    await remember(running, 'mine')
    expect(statusOf(running.processId)).toMatch(new RegExp(`^Uid:\t${owner.uid}\t`, 'm'))
    process.kill(running.processId, 'SIGKILL')
    await running.exited
    const strange = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (name) => lstatSync(join(folder, name)).uid !== owner.uid,
    )
    expect(strange).toEqual([])
    expect(spawnSync('rm', ['-rf', join(folder, 'shop')], { ...owner, cwd: '/' }).status).toBe(0)
    expect(existsSync(join(folder, 'shop'))).toBe(false)
  })
})
