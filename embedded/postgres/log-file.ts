import { closeSync, openSync, readFileSync, statSync } from 'node:fs'
import { copyFile, truncate } from 'node:fs/promises'
import { type Account, handOver } from './account.ts'

const largest = 8 * 1024 * 1024
const everyTenSeconds = 10_000

/** The server's log while it runs: `fd` for its output, `since` for what it said after this opening. */
export type LogFile = { fd: number; since: () => string; close: () => void }

/**
 * Opens the log for appending. When it has grown past 8 MB it is copied to `.1` and begun anew, so that logs never fill a
 * disk; the server appends, so it goes on at the new end. A line written during the copy may be lost.
 */
export async function openLog(path: string, account: Account): Promise<LogFile> {
  const fd = openSync(path, 'a', 0o600)
  await handOver(path, account)
  await keepSmall(path, account)
  const begin = statSync(path).size
  const timer = setInterval(() => void keepSmall(path, account).catch(() => {}), everyTenSeconds).unref()
  const close = () => {
    clearInterval(timer)
    closeSync(fd)
  }
  return { fd, since: () => readFileSync(path).subarray(begin).toString('utf8'), close }
}

async function keepSmall(path: string, account: Account): Promise<void> {
  if (statSync(path).size <= largest) return
  await copyFile(path, `${path}.1`)
  await handOver(`${path}.1`, account)
  await truncate(path)
}
