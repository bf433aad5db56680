import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'

const PROGRAMS = {
  embedded: fileURLToPath(new URL('../embedded/main.ts', import.meta.url)),
  fleet: fileURLToPath(new URL('../fleet/main.ts', import.meta.url)),
}
/** In one process, or each service in one of its own. */
export type Topology = keyof typeof PROGRAMS
const COMPILED = fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url))
export const ADMIN_PASSWORD = 'a password for benches'

export interface ShopProcess {
  readonly url: string
  readonly process: ChildProcess
  /** From spawning until the shop answers. */
  readonly readyAfterMs: number
  stop(): Promise<void>
}

interface Starting {
  readonly data: string
  readonly port: number
  /** A fleet tells on its standard output what it does. */
  readonly topology?: Topology
}

/** A shop as `npm start` or `npm run fleet` runs it, on a data folder that may hold one already. */
export async function startShop({ data, port, topology = 'embedded' }: Starting): Promise<ShopProcess> {
  const begun = performance.now()
  const child = spawn(process.execPath, [PROGRAMS[topology]], {
    stdio: ['ignore', topology === 'fleet' ? 'pipe' : 'ignore', 'inherit'],
    env: {
      // As behind `npm start`.
      NODE_COMPILE_CACHE: COMPILED,
      ...process.env,
      PORT: String(port),
      SOUK_DATA: data,
      SOUK_RATE_LIMIT: 'off',
      SOUK_ADMIN_PASSWORD: ADMIN_PASSWORD,
    },
  })
  const url = `http://127.0.0.1:${port}`
  const filled = child.stdout && untilItSays(child.stdout, 'Souk is open')
  const stop = async () => {
    if (child.exitCode !== null) return
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    await ended
  }
  await Promise.all([untilReady(url, child), filled]).catch(async (fault) => {
    await stop()
    throw fault
  })
  return { url, process: child, readyAfterMs: performance.now() - begun, stop }
}

/** A fleet answers while its first start still loads the demo catalog. */
const untilItSays = (output: Readable, wanted: string): Promise<void> =>
  new Promise((resolve) => {
    let said = ''
    const hear = (text: Buffer) => {
      said += text
      if (!said.includes(wanted)) return
      output.off('data', hear)
      resolve()
    }
    output.on('data', hear)
  })

async function untilReady(url: string, child: ChildProcess): Promise<void> {
  const deadline = performance.now() + 60_000
  while (performance.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`the shop ended with ${child.exitCode}`)
    const isReady = await fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (isReady) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error('the shop was not ready within a minute')
}

export async function withDataFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'souk-bench-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Resident megabytes of a process and its Node children, the simulators among them; PostgreSQL apart. */
export function residentMegabytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  if (!/^Name:\s+(node|MainThread|souk:)/m.test(status)) return 0
  const own = Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1_024
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim()
  return (
    own +
    children
      .split(' ')
      .filter(Boolean)
      .reduce((sum, child) => sum + residentMegabytes(Number(child)), 0)
  )
}
