import { readSettings, systemClock } from '@souk/kit/runtime'
import { createLog } from '@souk/kit/telemetry'
import { settings } from '../../embedded/settings.ts'
import { fillShop } from '../../fleet/fill-shop.ts'
import type { Program } from '../../fleet/life.ts'
import { openBroker } from '../../fleet/open-broker.ts'
import { programsOf } from '../../fleet/plan.ts'
import { holdPublicSockets } from '../../fleet/public-sockets.ts'
import { type Supervised, supervise } from '../../fleet/supervise.ts'
import { tellEach } from '../../fleet/tell-each.ts'
import { untilReady } from '../../fleet/until-ready.ts'
import { ADMIN_PASSWORD, type OpenedShop, SECRETS } from '../opened-shop.ts'
import { openOutside } from '../outside.ts'
import { freePort } from '../start-process.ts'

interface Part {
  stop(): Promise<void>
  startAgain(): Promise<void>
}

export interface FleetShop extends OpenedShop {
  /** Its data folder. */
  readonly data: string
  /** Its processes, by name: `carts`, `carts 2`, `gateway`. */
  readonly processes: ReadonlyMap<string, Supervised>
  /** What the launcher is told, to ask and to see who is there. */
  readonly launcher: Readonly<Record<string, string>>
  /** Takes away a service, the `broker`, the payment `provider` or the `mailbox`; resolves to what brings it back. */
  takeAway(name: string): Promise<() => Promise<void>>
}

/** Every service and the gateway in a process of its own, as `npm run fleet` opens them, on databases of a test. */
export async function openFleetShop(scale: Readonly<Record<string, number>> = {}): Promise<FleetShop> {
  const outside = await openOutside()
  const { services, databases, readers, sandbox, carriers, mailbox, strangers, folder: data } = outside
  const environment = { clock: systemClock, log: createLog(process.env.SOUK_LOG ?? 'fatal') }
  const closing: (() => unknown)[] = []
  const atClose = (work: () => unknown) => void closing.unshift(work)
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const chosen = readSettings(settings, {
    ...{
      SOUK_DATA: data,
      HOST: '127.0.0.1',
      SOUK_RATE_LIMIT: 'off',
      SOUK_TRACED_READS: '1',
      SOUK_DEMO: 'off',
    },
    ...{ SOUK_LOG: process.env.SOUK_LOG ?? 'silent', SOUK_ADMIN_PASSWORD: ADMIN_PASSWORD },
  })
  const opening = { chosen, environment, atClose, version: 'test' }
  const broker = await openBroker(opening, services, SECRETS.fleetMaster)
  const simulators = {
    sandboxUrl: sandbox.url,
    carriersUrl: carriers.url,
    mailboxUrl: mailbox.url,
    smtpPort: mailbox.smtpPort,
  }
  const names = services.map(({ name }) => name)
  const told = tellEach({
    ...{ opening, url, databases, readers, broker, names },
    processes: { secrets: SECRETS, simulators, port },
  })
  const { descriptors: sockets, close } = await holdPublicSockets('127.0.0.1', port)
  atClose(close)
  const scaleOf = (name: string) => scale[name] ?? 1
  const programs = programsOf({ services: names, scale: scaleOf, told: told.env, sockets })
  const processes = new Map<string, Supervised>()
  const up = async (program: Program) => {
    const running = supervise(program, environment)
    processes.set(program.name, running)
    await running.untilUp()
  }
  const start = async (all: readonly Program[]) => {
    atClose(() => Promise.all(all.map(({ name }) => processes.get(name)?.stop())))
    await Promise.all(all.map(up))
  }
  await start([...programs.services, programs.auditor])
  await start(programs.gateways)
  await untilReady(url)
  const parts: Record<string, Part> = {
    broker,
    ...strangers,
    ...Object.fromEntries(
      programs.services.map((program) => [
        program.name,
        { stop: async () => processes.get(program.name)?.stop(), startAgain: () => up(program) },
      ]),
    ),
  }
  outside.meet(url)
  await fillShop(opening, told.launcher)
  return {
    ...{ url, mailboxUrl: mailbox.url, databases, data, launcher: told.launcher },
    processes,
    async takeAway(name) {
      const part = parts[name]
      if (!part) throw new Error(`there is no ${name} to take away`)
      await part.stop()
      return async () => {
        await part.startAgain()
        await untilReady(url)
      }
    },
    async close() {
      for (const close of closing) await close()
      await outside.close()
    },
  }
}
