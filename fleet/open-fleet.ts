import type { ServiceDefinition } from '@souk/kit/service'
import { addressesOf } from '../embedded/addresses.ts'
import { firstDemo } from '../embedded/first-demo.ts'
import type { Opening, Processes } from '../embedded/open.ts'
import { NOWHERE, shop } from '../embedded/services.ts'
import { fillShop } from './fill-shop.ts'
import { hearRestart } from './hear-restart.ts'
import type { Program } from './life.ts'
import { openBroker } from './open-broker.ts'
import { outsideFrom } from './outside.ts'
import { enterBroker } from './outside-broker.ts'
import { GATEWAY } from './parties.ts'
import { programsOf } from './plan.ts'
import { holdPublicSockets } from './public-sockets.ts'
import { scaleFrom } from './scale.ts'
import { type Supervised, supervise } from './supervise.ts'
import { tellEach } from './tell-each.ts'
import { untilReady } from './until-ready.ts'

/** Every service and the gateway in processes of their own, up to the screen that says so. */
export async function openFleet(opening: Opening, processes: Processes): Promise<void> {
  const { chosen, screen, begun } = opening
  const { port, secrets, simulators } = processes
  const { url, local } = addressesOf(chosen.host, port)
  // They do not run in this process: what they hear, and what tables they need, is all that is asked of them here.
  const definitions = shop({ ...NOWHERE, ...simulators, publicUrl: url, secrets, limitsAttempts: false })
  const scale = scaleFrom(process.argv.slice(2), [...namesOf(definitions), GATEWAY])
  const outside = outsideFrom(process.env)
  const [prepared, broker] = await Promise.all([
    screen.step('databases are prepared', () =>
      processes.databases.prepare(definitions, secrets.databasePassword),
    ),
    screen.step('broker is prepared', () =>
      outside.broker
        ? enterBroker(opening, definitions, outside.broker)
        : openBroker(opening, definitions, secrets.fleetMaster),
    ),
  ])
  const told = tellEach({
    ...{ opening, processes, url, broker, ...prepared },
    names: namesOf(definitions),
  })
  const { descriptors: sockets, close } = await holdPublicSockets(chosen.host, port)
  opening.atClose(close)
  const programs = programsOf({ services: namesOf(definitions), scale, told: told.env, sockets })
  const services = await screen.step(`${programs.services.length} processes of services are up`, () =>
    start([...programs.services, programs.auditor], opening),
  )
  const gateways = await screen.step('gateway is up and has found every service', async () => {
    const started = await start(programs.gateways, opening)
    await untilReady(local)
    return started
  })
  simulators.meet({ url, local })
  const demo = (load: () => Promise<number>) =>
    firstDemo(chosen.data, {
      owner: processes.owner,
      load: () => screen.step('demo catalog loaded', load),
    })
  const loadsOnce = chosen.demo === 'on' ? demo : undefined
  const filled = await fillShop({ chosen, loadsOnce }, told.launcher)
  screen.ready({ url, seconds: (performance.now() - begun) / 1_000, ...filled })
  hearRestart([...services, ...gateways], { opening, told: told.launcher })
}

const namesOf = (definitions: readonly ServiceDefinition[]) => definitions.map(({ name }) => name)

/** All at once; at the end all are asked at once to stop. */
async function start(programs: readonly Program[], { environment, atClose }: Opening): Promise<Supervised[]> {
  const running = programs.map((program) => supervise(program, environment))
  atClose(() => Promise.all(running.map((one) => one.stop())))
  await Promise.all(running.map((one) => one.untilUp()))
  return running
}
