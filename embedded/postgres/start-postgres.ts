import { existsSync, realpathSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { accountFor } from './account.ts'
import { findBinaries } from './binaries.ts'
import { openCluster, refuseOtherMajor, superuser } from './cluster.ts'
import { layout, openDataFolder } from './data-folder.ts'
import { finish } from './finish.ts'
import { lockFolder } from './folder-lock.ts'
import { stopLeftover } from './leftover.ts'
import { linkLibraries } from './link-libraries.ts'
import type { Postmaster } from './postmaster.ts'
import { type Command, runAs } from './run-as.ts'
import { type Site, serve } from './serve.ts'
import { isOn, type Listening, type Settings } from './settings.ts'
import { chooseSocketFolder } from './socket-folder.ts'
import { inOneSentence, StartRefusal } from './start-refusal.ts'

export { StartRefusal } from './start-refusal.ts'

/** What to start. `log` hears a line where a person would wonder; `settings` are PostgreSQL's and win over ours. */
export type StartRequest = { dataFolder: string; log?: (line: string) => void; settings?: Settings }

/**
 * A server that accepts connections.
 *
 * `host`, `port`, `user` and `password` are what a client needs: `host` is the socket's folder, or 127.0.0.1 on Windows,
 * and `postgres({ host, port, user, password })` understands both. `user` is the superuser. `version` is like `18.4`,
 * `processId` the postmaster's. `exited` settles when the server has ended, asked for or not. `stop` cuts clients off,
 * writes everything, gives the data folder free and resolves when the server has ended; call it also after a crash.
 */
export type RunningPostgres = {
  socketFolder?: string
  host: string
  port: number
  user: string
  password: string
  version: string
  processId: number
  exited: Promise<void>
  stop: () => Promise<void>
}

/**
 * Starts the PostgreSQL that npm brought on a data folder, made at the first start. One start at a time per folder.
 * Throws a StartRefusal, whose message is one sentence for people, where it cannot; data is then left as it was.
 */
export async function startPostgres(request: StartRequest): Promise<RunningPostgres> {
  const dataFolder = realPath(resolve(request.dataFolder))
  try {
    const site = await survey({ ...request, dataFolder })
    return await start(site)
  } catch (error) {
    throw inOneSentence(error, dataFolder)
  }
}

/** One name for a folder, whether it exists already or not: lock, socket and server are found by it. */
const realPath = (path: string): string =>
  existsSync(path) ? realpathSync(path) : join(realPath(dirname(path)), basename(path))

async function survey({ dataFolder, settings = {}, log = () => {} }: StartRequest): Promise<Site> {
  const binaries = findBinaries(process.platform, process.arch)
  const account = await accountFor(dataFolder)
  const socketFolder = chooseSocketFolder(dataFolder, tmpdir())
  const run = runAs(account, { binaries, folders: [dirname(dataFolder), dirname(socketFolder)] })
  await linkLibraries(binaries.native)
  const version = await versionOf(run(binaries.postgres, ['--version']))
  await refuseOtherMajor(dataFolder, version)
  return { dataFolder, socketFolder, account, binaries, run, version, settings, log }
}

/** Asked of the program itself, as the account: it tells at once whether it can be run that way. */
async function versionOf(command: Command): Promise<string> {
  const { code, output } = await finish(command)
  const version = output.match(/\(PostgreSQL\) (\S+)/)?.[1]
  if (code === 0 && version) return version
  const reason = output.trim().split('\n').at(-1)
  throw new StartRefusal(
    `PostgreSQL's program does not run here (${reason}): on Linux it needs glibc, and a root user needs the right to become another.`,
  )
}

async function start(site: Site): Promise<RunningPostgres> {
  const { dataFolder, socketFolder, account, log, settings } = site
  await openDataFolder(dataFolder, account)
  const release = await lockFolder(dataFolder, account)
  const leave = async () => {
    await rm(socketFolder, { recursive: true, force: true })
    release()
  }
  try {
    const { cluster } = layout(dataFolder)
    await stopLeftover({ ...site, cluster })
    if (!existsSync(cluster)) log('first start: making the database')
    const password = await openCluster({ ...site, durable: isOn(settings.fsync) })
    const { postmaster, listening } = await serve(site)
    return running({ ...site, password, postmaster, listening, leave })
  } catch (error) {
    await leave()
    throw error
  }
}

type Served = Site & {
  password: string
  postmaster: Postmaster
  listening: Listening
  leave: () => Promise<void>
}

function running({ password, version, postmaster, listening, leave }: Served): RunningPostgres {
  let stopping: Promise<void> | undefined
  const stop = () => {
    stopping ??= postmaster.stop().then(leave)
    return stopping
  }
  const host = listening.socketFolder ?? '127.0.0.1'
  const { processId, exited } = postmaster
  return { host, ...listening, user: superuser, password, version, processId, exited, stop }
}
