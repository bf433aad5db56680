import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { whereNatsIs } from '../nats/where-nats-is.ts'

/** A nats-server of a test's own, on loopback and in a folder that goes with it. */
export interface TestNats {
  readonly servers: readonly string[]
  /** Starts it where it was: same port, same folder. */
  start(): Promise<void>
  /** As a power switch would: `SIGKILL`. */
  kill(): Promise<void>
  /** Empties its disk; it must not run. */
  wipe(): Promise<void>
  /** Stands still, with its connections open, until `thaw`. When it is over, no thread of it answers any more. */
  freeze(): Promise<void>
  thaw(): void
  /** Ends it and removes its folder. */
  stop(): Promise<void>
}

/** What a configuration needs to know of the place. */
export interface NatsPlace {
  readonly host: string
  readonly port: number
  readonly storeFolder: string
}

const STARTS_WITHIN_MS = 10_000
/** Tells the server's process id, and ends it when our end of its input closes: also when we are killed. */
const UNTIL_WE_END = '"$0" -c "$1" & echo $!; read -r _; kill -9 $!; wait'

/** For `describe.runIf`: says in one line what is not tested where there is no nats-server. */
export function natsIsHere(): boolean {
  if (whereNatsIs()) return true
  console.warn('NOT TESTED HERE: nats-server is not on the PATH (Debian: apt-get install nats-server)')
  return false
}

/** Starts one; open to everybody unless `configure` writes another configuration. */
export async function startNats(configure: (place: NatsPlace) => string = open): Promise<TestNats> {
  const program = whereNatsIs()
  if (!program) throw new Error('nats-server is not on the PATH')
  const folder = await mkdtemp(join(tmpdir(), 'souk-nats-'))
  const place = { host: '127.0.0.1', port: await freePort(), storeFolder: join(folder, 'store') }
  const configuration = join(folder, 'nats.conf')
  await writeFile(configuration, configure(place), { mode: 0o600 })
  let running: { readonly keeper: ChildProcess; readonly pid: number } | undefined
  const signal = (name: NodeJS.Signals) => void (running && process.kill(running.pid, name))
  const start = async () => {
    const keeper = spawn('sh', ['-c', UNTIL_WE_END, program, configuration])
    const said: string[] = []
    keeper.stderr.on('data', (chunk) => said.push(String(chunk)))
    const [first] = await once(keeper.stdout, 'data')
    running = { keeper, pid: Number.parseInt(String(first), 10) }
    await untilItListens(place.port).catch((fault) => {
      throw new Error(`nats-server did not start: ${said.join('')}`, { cause: fault })
    })
  }
  const kill = async () => {
    if (!running) return
    const gone = once(running.keeper, 'exit')
    signal('SIGKILL')
    running.keeper.stdin?.end()
    running = undefined
    await gone
  }
  const wipe = () => rm(place.storeFolder, { recursive: true, force: true })
  await start()
  return {
    servers: [`${place.host}:${place.port}`],
    start,
    kill,
    wipe,
    async freeze() {
      signal('SIGSTOP')
      while (running && !(await standsStill(running.pid))) await pause(1)
    },
    thaw: () => signal('SIGCONT'),
    async stop() {
      await kill()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** A stopped process's threads stop one by one, each when it next runs; `T` is the state of one that has. */
async function standsStill(pid: number): Promise<boolean> {
  const threads = await readdir(`/proc/${pid}/task`)
  const states = threads.map(async (thread) => {
    const stat = await readFile(`/proc/${pid}/task/${thread}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3)
  })
  return (await Promise.all(states)).every((state) => state === 'T')
}

const open = ({ host, port, storeFolder }: NatsPlace) =>
  `listen: "${host}:${port}"\njetstream { store_dir: "${storeFolder}" }\n`

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}

/** It greets whoever connects, once its streams are read. */
async function untilItListens(port: number): Promise<void> {
  const deadline = performance.now() + STARTS_WITHIN_MS
  while (!(await greets(port))) {
    if (performance.now() > deadline) throw new Error('it does not listen')
    await pause(20)
  }
}

async function greets(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1')
  try {
    await once(socket, 'data')
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}
