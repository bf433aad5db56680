import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { ADMINISTRATOR, natsConfiguration, whereNatsIs } from '@souk/kit/nats'
import type { ServiceDefinition } from '@souk/kit/service'
import { choosePort } from '../embedded/choose-port.ts'
import { derive } from '../embedded/derive.ts'
import { Fault } from '../embedded/sentence.ts'
import { AUDITOR, GATEWAY, LAUNCHER } from './parties.ts'

export interface Broker {
  /** As whom to enter, for each who has a place there. */
  urlFor(name: string): string
  /** Its process just now. */
  pid(): number | undefined
  stop(): Promise<void>
  /** Lets one that was stopped listen again where it did, with all it has kept. */
  startAgain(): Promise<void>
}

interface BrokerPlace {
  readonly folder: string
  readonly services: readonly ServiceDefinition[]
  readonly master: string
}

const HOST = '127.0.0.1'
const AGAIN_MS = 200
const STARTS_WITHIN_MS = 10_000

/** A nats-server of this shop's own, in its folder; each service may do there what it needs and no more. */
export async function startBroker({ folder, services, master }: BrokerPlace): Promise<Broker> {
  const program = whereNatsIs()
  if (!program)
    throw new Fault('A fleet needs a broker: install nats-server (Debian: apt-get install nats-server).')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const others = [AUDITOR, GATEWAY, LAUNCHER]
  const names = [...services.map(({ name }) => name), ...others, ADMINISTRATOR]
  const passwordOf = (name: string) => derive(master, `broker ${name}`)
  const passwords = Object.fromEntries(names.map((name) => [name, passwordOf(name)]))
  const port = await choosePort(HOST, 0)
  const storeFolder = join(folder, 'store')
  const configuration = natsConfiguration({ host: HOST, port, storeFolder, services, others, passwords })
  const file = join(folder, 'nats.conf')
  await writeFile(file, configuration, { mode: 0o600 })
  const server = keep(program, file)
  await untilItListens(port)
  return {
    pid: server.pid,
    urlFor: (name) => `nats://${name}:${passwordOf(name)}@${HOST}:${port}`,
    stop: server.stop,
    async startAgain() {
      server.start()
      await untilItListens(port)
    },
  }
}

/** Tells the server's process id and ends with it; ends it when our end of its input closes: also when we are killed. */
const UNTIL_WE_END =
  'exec 3<&0; "$0" -c "$1" & P=$!; echo $P; (read -r _ <&3; kill -9 $P 2>/dev/null) & wait $P'

/** Runs it until it is stopped; one that dies is started again where it was. */
function keep(program: string, file: string): Pick<Broker, 'pid' | 'stop'> & { start(): void } {
  let isOver = false
  let pid: number | undefined
  let ended = Promise.resolve()
  const start = () => {
    const keeper = spawn('sh', ['-c', UNTIL_WE_END, program, file], {
      stdio: ['pipe', 'pipe', 'ignore'],
      detached: true,
    })
    keeper.stdout.once('data', (said) => {
      pid = Number.parseInt(String(said), 10)
    })
    ended = once(keeper, 'exit').then(() => {
      pid = undefined
      keeper.stdin.end()
      if (!isOver) setTimeout(start, AGAIN_MS)
    })
  }
  start()
  return {
    start() {
      isOver = false
      start()
    },
    pid: () => pid,
    async stop() {
      isOver = true
      if (pid !== undefined) process.kill(pid, 'SIGTERM')
      await ended
    },
  }
}

async function untilItListens(port: number): Promise<void> {
  const deadline = performance.now() + STARTS_WITHIN_MS
  while (!(await answers(port))) {
    if (performance.now() > deadline) throw new Fault('The broker (nats-server) does not start.')
    await pause(AGAIN_MS / 10)
  }
}

const answers = (port: number): Promise<boolean> =>
  new Promise((told) => {
    const socket = connect(port, HOST)
    const tell = (isThere: boolean) => {
      socket.destroy()
      told(isThere)
    }
    socket.once('connect', () => tell(true)).once('error', () => tell(false))
  })
