import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { LogFile } from './log-file.ts'
import type { Command } from './run-as.ts'

/** A server that accepts connections. `exited` settles when it has ended, however it ended; `stop` may be called again. */
export type Postmaster = { processId: number; exited: Promise<void>; stop: () => Promise<void> }

/** A server that ended before it was ready, with what it wrote in its log. */
export type Failed = { failed: string }

/**
 * Starts the server and waits until it accepts connections, for as long as it lives: recovery after a crash may take its
 * time. It gets a process group of its own, or Ctrl-C in a terminal would end it under the shop's last requests.
 */
export async function launch(
  { file, args, options }: Command,
  place: { cluster: string; log: LogFile },
): Promise<Postmaster | Failed> {
  const { fd } = place.log
  const child = spawn(file, args, { ...options, detached: true, stdio: ['ignore', fd, fd] })
  let fault = ''
  let hasExited = false
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', (error) => {
      fault = error.message
      resolve()
    })
  }).then(() => {
    hasExited = true
  })
  while (!hasExited && !isReady(place.cluster, child.pid)) await Promise.race([pause(10), exited])
  if (hasExited || child.pid === undefined) return { failed: fault || place.log.since() }
  let stopping: Promise<void> | undefined
  const stop = () => {
    stopping ??= end(child, exited)
    return stopping
  }
  return { processId: child.pid, exited, stop }
}

/** The server writes its state in the eighth line of postmaster.pid, below its own pid in the first. */
function isReady(cluster: string, pid: number | undefined): boolean {
  const file = join(cluster, 'postmaster.pid')
  if (!existsSync(file)) return false
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines[0] === String(pid) && lines[7]?.trim() === 'ready'
}

const patience = 10_000

/** SIGINT: clients are cut off and everything is written. If that takes too long SIGQUIT: the next start recovers. */
async function end(child: ChildProcess, exited: Promise<void>): Promise<void> {
  child.kill('SIGINT')
  const impatience = setTimeout(() => child.kill('SIGQUIT'), patience)
  await exited
  clearTimeout(impatience)
}
