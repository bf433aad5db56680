import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import type { Binaries } from './binaries.ts'
import { finish } from './finish.ts'
import { recordedPid } from './leftover.ts'
import type { Failed, Postmaster } from './postmaster.ts'
import type { RunAs } from './run-as.ts'

type Site = { cluster: string; logPath: string; binaries: Binaries; run: RunAs }

/**
 * On Windows pg_ctl starts the server, because postgres refuses an administrator and pg_ctl knows how to drop those
 * rights, and stops it, because there are no signals.
 */
export async function launchOnWindows({
  cluster,
  logPath,
  binaries,
  run,
}: Site): Promise<Postmaster | Failed> {
  const control = (...args: string[]) => finish(run(binaries.pgCtl, [...args, '-D', cluster, '-w']))
  const { code, output } = await control('start', '-l', logPath, '-t', '600')
  const processId = recordedPid(cluster)
  if (code !== 0 || processId === undefined)
    return { failed: `${output}\n${readFileSync(logPath, 'utf8').slice(-4000)}` }
  let stopping: Promise<void> | undefined
  const stop = async () => {
    const fast = await control('stop', '-m', 'fast', '-t', '10')
    if (fast.code !== 0) await control('stop', '-m', 'immediate', '-t', '10')
  }
  return { processId, exited: ended(cluster, processId), stop: () => (stopping ??= stop()) }
}

/** It is not our child: we look once a second whether its pid still stands in the file it removes at its end. */
async function ended(cluster: string, processId: number): Promise<void> {
  while (recordedPid(cluster) === processId && isAlive(processId))
    await pause(1000, undefined, { ref: false })
}

function isAlive(processId: number): boolean {
  try {
    return process.kill(processId, 0)
  } catch {
    return false
  }
}
