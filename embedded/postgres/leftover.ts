import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Binaries } from './binaries.ts'
import { finish } from './finish.ts'
import type { RunAs } from './run-as.ts'
import { StartRefusal } from './start-refusal.ts'

type Found = { cluster: string; binaries: Binaries; run: RunAs; log: (line: string) => void }

/**
 * Deals with what a killed shop left behind; call it with the data folder's lock held.
 *
 * A postmaster that still serves is stopped and a new one started, rather than taken over: it costs a third of a second
 * once, and in return the server is always our child (we see it end), with today's settings and binaries, and no other
 * client of the dead shop is still at work in it.
 */
export async function stopLeftover(found: Found): Promise<void> {
  const pid = recordedPid(found.cluster)
  if (pid === undefined) return
  if (process.platform === 'win32') return await stopThroughPgCtl(found)
  if (!isPostmasterOf(found.cluster, pid)) return disownPid(found.cluster)
  found.log(`stopping the database of an earlier run (pid ${pid})`)
  await stopProcess(found.cluster, pid)
}

/** The pid in postmaster.pid, whoever may have it now. */
export function recordedPid(cluster: string): number | undefined {
  const file = join(cluster, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10)
  return pid > 0 ? pid : undefined
}

async function stopProcess(cluster: string, pid: number): Promise<void> {
  for (const [signal, seconds] of [
    ['SIGINT', 10],
    ['SIGQUIT', 10],
  ] as const) {
    signalTo(pid, signal)
    const deadline = performance.now() + seconds * 1000
    while (performance.now() < deadline) {
      if (!isPostmasterOf(cluster, pid)) return
      await pause(10)
    }
  }
  throw new StartRefusal(
    `A database of an earlier run (pid ${pid}) does not stop: end it by hand, then start again.`,
  )
}

function signalTo(pid: number, signal: 'SIGINT' | 'SIGQUIT'): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return
    throw new StartRefusal(
      `A database of an earlier run (pid ${pid}) belongs to another user: start as that user, or use another SOUK_DATA.`,
    )
  }
}

/**
 * Whether the process is alive and is the postmaster of this cluster: pids are used again. A postmaster works in its
 * data folder; where we may not see that, its command line names the folder. A process that ended but was not yet
 * collected by its parent has neither.
 */
export function isPostmasterOf(cluster: string, pid: number): boolean {
  if (process.platform !== 'linux') return attempt(() => commandLine(pid)).includes(`-D ${cluster}`)
  if (attempt(() => readFileSync(`/proc/${pid}/comm`, 'utf8')).trim() !== 'postgres') return false
  if (attempt(() => readlinkSync(`/proc/${pid}/cwd`)) === cluster) return true
  return attempt(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8'))
    .split('\0')
    .includes(cluster)
}

const commandLine = (pid: number) =>
  execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })

/** A process that is gone, or that we may not look into, tells nothing. */
function attempt(look: () => string): string {
  try {
    return look()
  } catch {
    return ''
  }
}

/**
 * The recorded pid now belongs to a stranger of the same user, and postgres would take it for a live server. With its
 * parent's pid there, postgres knows the file is stale and still checks that nobody uses the old shared memory, a check
 * which it cannot make once the file is removed.
 */
function disownPid(cluster: string): void {
  const file = join(cluster, 'postmaster.pid')
  const [, ...rest] = readFileSync(file, 'utf8').split('\n')
  writeFileSync(file, [process.pid, ...rest].join('\n'))
}

/** On Windows pg_ctl reaches the server through its named pipe, which no other process with that pid has. */
async function stopThroughPgCtl({ cluster, binaries, run }: Found): Promise<void> {
  await finish(run(binaries.pgCtl, ['stop', '-D', cluster, '-m', 'fast', '-w', '-t', '10']))
}
