import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Session } from './answers.ts'
import { type Client, client } from './client.ts'

/** In one process, or every service in its own. */
export type Topology = 'embedded' | 'fleet'

const programOf = (topology: Topology) => fileURLToPath(new URL(`../${topology}/main.ts`, import.meta.url))
const CACHE = fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url))
const LONGEST_MS = 60_000

/** The program behind `npm start` or `npm run fleet`, in a process group of its own. */
export interface ShopProcess {
  readonly url: string
  readonly process: ChildProcess
  /** What it has written so far: for people, and when it fails. */
  readonly said: { screen: string; complaint: string }
  /** Resolves when it has ended: its exit code, or the signal that killed it. */
  readonly ended: Promise<number | string>
  /** Resolves when the screen says it is open: milliseconds since it was spawned. */
  untilOpen(): Promise<number>
}

export interface ShopPlace {
  readonly data: string
  readonly port: number
  /** Embedded unless it says otherwise. */
  readonly topology?: Topology
  readonly env?: Record<string, string>
}

/** Starts a shop without the demo catalog. It ends with the test that started it, even when that is killed. */
export function startShop({ data, port, topology = 'embedded', env = {} }: ShopPlace): ShopProcess {
  const begun = performance.now()
  const child = spawn(process.execPath, [programOf(topology)], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      NODE_COMPILE_CACHE: CACHE,
      SOUK_PARENT_PID: String(process.pid),
      PORT: String(port),
      SOUK_DATA: data,
      SOUK_LOG: 'error',
      SOUK_DEMO: 'off',
      ...env,
    },
  })
  const said = { screen: '', complaint: '' }
  child.stdout.on('data', (text: Buffer) => {
    said.screen += text
  })
  child.stderr.on('data', (text: Buffer) => {
    said.complaint += text
  })
  const ended = once(child, 'close').then(([code, signal]) => code ?? signal)
  return {
    url: `http://127.0.0.1:${port}`,
    process: child,
    said,
    ended,
    async untilOpen() {
      let hasEnded = false
      ended.then(() => {
        hasEnded = true
      })
      await until(() => hasEnded || said.screen.includes('Souk is open'))
      if (hasEnded) throw new Error(`the shop did not open: ${said.complaint}`)
      return performance.now() - begun
    },
  }
}

/** Sends the signal to the program alone and returns how it ended, and after how many milliseconds. */
export async function stopShop(
  shop: ShopProcess,
  signal: NodeJS.Signals = 'SIGTERM',
): Promise<{ code: number | string; ms: number }> {
  const begun = performance.now()
  shop.process.kill(signal)
  const code = await shop.ended
  return { code, ms: performance.now() - begun }
}

/** The back office of a shop, signed in. */
export async function adminOf({ url }: ShopProcess, password: string): Promise<Client> {
  const { body } = await client(url).post<Session>('/admin/v1/auth/login', {
    email: 'admin@example.com',
    password,
  })
  return client(url, body.accessToken)
}

/** A folder that root, or we, alone may enter. */
export const closedFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'souk-start-'))

/** Pids of all that works on the folder: the shop, the database, the simulators. */
export function processesOn(folder: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) =>
      ['cmdline', 'environ'].some((file) => readOrNothing(`/proc/${pid}/${file}`).includes(folder)),
    )
    .map(Number)
}

/** Nothing of a process that is gone. */
export const readOrNothing = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

/** Ends whatever still works on the folder, as a power cut would. */
export function killAll(folder: string): void {
  for (const pid of processesOn(folder)) kill(pid)
}

/** `kill -9` of one process, or with a negative pid of a group; gone already is as good. */
export function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It was quicker.
  }
}

/** Leaves nothing of the folder, running or lying there. */
export async function removeFolder(folder: string): Promise<void> {
  killAll(folder)
  await until(() => processesOn(folder).length === 0)
  await rm(folder, { recursive: true, force: true })
}

/** A port nobody has on either address of localhost; the server that holds one, where it shall be taken. */
export async function takePort(port = 0, host = '127.0.0.1') {
  const server = createServer()
  server.listen({ port, host, exclusive: true })
  await once(server, 'listening')
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('a server that listens has a port')
  return { port: address.port, release: () => new Promise<void>((done) => void server.close(() => done())) }
}

export async function freePort(): Promise<number> {
  const { port, release } = await takePort()
  await release()
  return port
}

/** Looks again and again until it is so; outside of tests too, where `expect.poll` is not to be had. */
export async function until(isSo: () => boolean): Promise<void> {
  const deadline = performance.now() + LONGEST_MS
  while (!isSo()) {
    if (performance.now() > deadline) throw new Error(`not within ${LONGEST_MS} ms: ${isSo}`)
    await pause(10)
  }
}
