import { readFile, rename, statfs, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Account, handOver } from './account.ts'
import type { Binaries } from './binaries.ts'
import { settingsName } from './cluster.ts'
import { layout } from './data-folder.ts'
import { type LogFile, openLog } from './log-file.ts'
import { launch, type Postmaster } from './postmaster.ts'
import type { RunAs } from './run-as.ts'
import { type Listening, type Settings, settingsFile } from './settings.ts'
import { openSocketFolder, socketPort } from './socket-folder.ts'
import { diskFull, StartRefusal, saysDiskFull } from './start-refusal.ts'
import { launchOnWindows } from './windows-postmaster.ts'

/** All that is known before anything is touched. `dataFolder` is absolute, with links followed. */
export type Site = {
  dataFolder: string
  socketFolder: string
  account: Account
  binaries: Binaries
  run: RunAs
  version: string
  settings: Settings
  log: (line: string) => void
}

type Serving = { postmaster: Postmaster; listening: Listening }

/** Starts the server on a cluster that exists and is ours alone, and says where it listens. */
export async function serve(site: Site): Promise<Serving> {
  const log = await openLog(layout(site.dataFolder).log, site.account)
  try {
    const serving = await serveOrRefuse(site, log)
    void serving.postmaster.exited.then(log.close)
    return serving
  } catch (error) {
    log.close()
    throw error
  }
}

const patience = 10_000

/**
 * After a postmaster was killed, a query it was busy with may live on for a while, attached to its memory. The new
 * server refuses to start beside it, so we try again until it has ended.
 */
async function serveOrRefuse(site: Site, log: LogFile): Promise<Serving> {
  const deadline = performance.now() + patience
  for (;;) {
    const listening = await listen(site)
    const outcome = await launchFor(site, log)
    if (!('failed' in outcome)) return { postmaster: outcome, listening }
    const isBusy = /pre-existing shared memory block|could not bind IPv4/.test(outcome.failed)
    if (!isBusy || performance.now() > deadline) throw await refusal(site.dataFolder, outcome.failed)
    await pause(200)
  }
}

function launchFor({ dataFolder, binaries, run }: Site, log: LogFile) {
  const { cluster, log: logPath } = layout(dataFolder)
  if (process.platform === 'win32') return launchOnWindows({ cluster, logPath, binaries, run })
  return launch(run(binaries.postgres, ['-D', cluster]), { cluster, log })
}

async function listen({ dataFolder, socketFolder, account, settings }: Site): Promise<Listening> {
  const isWindows = process.platform === 'win32'
  const listening = isWindows ? { port: await freePort() } : { socketFolder, port: socketPort }
  if (!isWindows) await openSocketFolder(socketFolder, account)
  const path = join(layout(dataFolder).cluster, settingsName)
  await writeWhole(path, settingsFile(settings, listening), account)
  return listening
}

/** A start on a full disk may leave half a file: the old one stays until the new one is whole. */
async function writeWhole(path: string, text: string, account: Account): Promise<void> {
  if ((await readFile(path, 'utf8').catch(() => '')) === text) return
  await writeFile(`${path}.new`, text, { mode: 0o600 })
  await handOver(`${path}.new`, account)
  await rename(`${path}.new`, path)
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

const nothingLeft = 1024 * 1024

/** A full disk may have no room for the very line that says so. */
async function refusal(dataFolder: string, said: string): Promise<StartRefusal> {
  const { bavail, bsize } = await statfs(dataFolder)
  if (saysDiskFull(said) || bavail * bsize < nothingLeft) return diskFull(dataFolder)
  const line =
    said.split('\n').findLast((each) => /FATAL|PANIC|ERROR/.test(each)) ?? said.trim().split('\n').at(-1)
  const reason = line?.replace(/^.*?(FATAL|PANIC|ERROR): +/, '')
  return new StartRefusal(`PostgreSQL did not start (${reason}): see ${layout(dataFolder).log}.`)
}
