import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { type Account, handOver } from './account.ts'
import { layout } from './data-folder.ts'
import { notWritable, StartRefusal } from './start-refusal.ts'

/**
 * Takes the data folder for this process, or refuses. SQLite holds a lock of the operating system on the file, which
 * ends with the process however it ends: no stale lock, no pid taken for another's, no race between two that clean up.
 * The pid beside it is only for people to read. Returns the release.
 */
export async function lockFolder(dataFolder: string, account: Account): Promise<() => void> {
  const { lock, lockPid } = layout(dataFolder)
  const held = take(lock, dataFolder)
  const release = () => {
    rmSync(lockPid, { force: true })
    held.close()
  }
  try {
    writeFileSync(lockPid, String(process.pid))
    for (const path of [lock, lockPid]) await handOver(path, account)
    return release
  } catch (error) {
    release()
    throw error
  }
}

function take(lock: string, dataFolder: string): DatabaseSync {
  let held: DatabaseSync | undefined
  try {
    held = new DatabaseSync(lock, { timeout: 0 })
    held.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
    return held
  } catch (error) {
    held?.close()
    throw isBusy(error) ? alreadyRunning(dataFolder) : notWritable(dataFolder)
  }
}

const sqliteBusy = 5
const isBusy = (error: unknown) =>
  error instanceof Error && 'errcode' in error && error.errcode === sqliteBusy

function alreadyRunning(dataFolder: string): StartRefusal {
  return new StartRefusal(
    `Souk is already running on ${dataFolder} (pid ${holder(dataFolder)}): stop it, or use another SOUK_DATA.`,
  )
}

function holder(dataFolder: string): string {
  try {
    return readFileSync(layout(dataFolder).lockPid, 'utf8').trim() || 'unknown'
  } catch {
    return 'unknown'
  }
}
