import { rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { processesOn, readOrNothing } from '../start-process.ts'

interface BrokerProcess {
  readonly server: number
  /** Who sees that it ends, and lets it be started again. */
  readonly keeper: number
}

/** The broker of the fleet in a data folder, where one runs. */
function brokerIn(data: string): BrokerProcess | undefined {
  for (const server of processesOn(join(data, 'broker', 'nats.conf'))) {
    const [program = ''] = readOrNothing(`/proc/${server}/cmdline`).split('\0')
    const keeper = Number(/^PPid:\s+(\d+)$/m.exec(readOrNothing(`/proc/${server}/status`))?.[1])
    if (basename(program) === 'nats-server' && keeper > 1) return { server, keeper }
  }
  return undefined
}

/** A broker that was killed and is not started again until it may come back. */
export interface AwayBroker {
  /** Empties its disk. */
  wipe(): Promise<void>
  comeBack(): void
}

/** `kill -9`, with its keeper standing still: the launcher, who would start it again, hears of it later. */
export function keepBrokerAway(data: string): AwayBroker {
  const broker = brokerIn(data)
  if (!broker) throw new Error(`no broker runs in ${data}`)
  process.kill(broker.keeper, 'SIGSTOP')
  process.kill(broker.server, 'SIGKILL')
  return {
    wipe: () => rm(join(data, 'broker', 'store'), { recursive: true }),
    comeBack: () => void process.kill(broker.keeper, 'SIGCONT'),
  }
}
