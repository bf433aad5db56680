import { join } from 'node:path'
import type { Settings } from '@souk/kit/runtime'
import type { Environment } from '@souk/kit/service'
import { type Addresses, addressesOf } from './addresses.ts'
import { registerAdmin } from './admin.ts'
import { choosePort } from './choose-port.ts'
import { loadDemo } from './demo-shop.ts'
import { firstDemo } from './first-demo.ts'
import { whenAsked } from './hear-stop.ts'
import { serveHomePage } from './home-page.ts'
import { type OpenFolder, openFolder } from './open-folder.ts'
import { type OpenShop, openShop } from './open-shop.ts'
import { servePictures } from './pictures.ts'
import { type RunningPostgres, startPostgres } from './postgres/start-postgres.ts'
import { prepareDatabases } from './prepare-databases.ts'
import type { Screen } from './screen.ts'
import { openSecrets, type Secrets } from './secrets.ts'
import { shop } from './services.ts'
import type { settings } from './settings.ts'
import { type Simulators, startSimulators } from './simulators.ts'

export interface Told {
  readonly screen: Screen
  readonly version: string
  /** Aborted when somebody wants the shop closed, also while it is still opening. */
  readonly asked: AbortSignal
}

export interface Opening extends Told {
  /** On the clock of `performance.now`. */
  readonly begun: number
  readonly chosen: Settings<typeof settings>
  readonly environment: Environment
  /** What is told here last is done first. */
  readonly atClose: (work: () => unknown) => void
}

/** The way from a folder to an open shop. Whoever is refused the folder or the port is refused before anything starts. */
export async function open(opening: Opening): Promise<{ databaseEnded: Promise<void> }> {
  const { chosen, environment, atClose } = opening
  const { owner, release } = await openFolder(chosen.data)
  atClose(release)
  const port = await choosePort(chosen.host, chosen.port)
  const secrets = await openSecrets(chosen.data, { owner, random: environment.random })
  const processes = await step(opening, 'database and simulators started', () =>
    startProcesses(opening, { owner, secrets }),
  )
  const addresses = addressesOf(chosen.host, port)
  const opened = await openServices(opening, { ...processes, secrets, addresses })
  const products = await fillShelves(opening, { opened, owner })
  const adminPassword = await registerAdmin(opened.dispatch, { environment, chosen: chosen.adminPassword })
  await opened.gateway.listen({ port, host: chosen.host })
  const seconds = (performance.now() - opening.begun) / 1_000
  opening.screen.ready({ url: addresses.url, seconds, products, adminPassword })
  return { databaseEnded: processes.postgres.exited }
}

function step<T>({ asked, screen }: Opening, what: string, work: () => Promise<T>): Promise<T> {
  asked.throwIfAborted()
  return screen.step(what, work)
}

interface Processes {
  readonly postgres: RunningPostgres
  readonly simulators: Simulators
}

/** Side by side. Both have settled before one of them can fail the start: what came up late is stopped as well. */
async function startProcesses(
  { chosen, atClose }: Opening,
  { owner, secrets }: { owner: OpenFolder['owner']; secrets: Secrets },
): Promise<Processes> {
  const stopped = <T extends { stop(): Promise<void> }>(one: T): T => {
    atClose(() => one.stop())
    return one
  }
  const both = [
    startPostgres({ dataFolder: join(chosen.data, 'postgres') }).then(stopped),
    startSimulators(join(chosen.data, 'simulators'), { owner, secrets }).then(stopped),
  ] as const
  await Promise.allSettled(both)
  const [postgres, simulators] = await Promise.all(both)
  return { postgres, simulators }
}

async function openServices(
  opening: Opening,
  { postgres, simulators, secrets, addresses }: Processes & { secrets: Secrets; addresses: Addresses },
): Promise<OpenShop> {
  const { chosen, environment, version, atClose } = opening
  const { host, port, user, password } = postgres
  const services = shop({
    sandboxUrl: simulators.sandboxUrl,
    smtpPort: simulators.smtpPort,
    publicUrl: addresses.url,
    secrets,
    limitsAttempts: chosen.rateLimit === 'on',
    atClose,
  })
  const cluster = { host, port, user, password, database: 'postgres' }
  const databases = await step(opening, `${services.length} services have their databases`, () =>
    prepareDatabases(cluster, services, secrets.databasePassword),
  )
  const gateway = gatewayOf(opening, simulators)
  const opened = await step(opening, 'services and gateway opened', () =>
    openShop({ environment, services, databases, version, gateway }),
  )
  atClose(() => opened.close())
  simulators.meet({
    webhookUrl: `${addresses.local}/webhooks/sandbox`,
    publicUrl: `${addresses.url}/sandbox`,
  })
  return opened
}

const gatewayOf = ({ chosen, version }: Opening, { sandboxUrl, mailboxUrl }: Simulators) => ({
  isRateLimited: chosen.rateLimit === 'on',
  isOpenOnLoopback: true,
  readsSampled: chosen.tracedReads,
  neighbours: [
    { prefix: '/sandbox', upstream: sandboxUrl },
    { prefix: '/mailbox', upstream: mailboxUrl },
  ],
  pages(app: OpenShop['gateway'], services: Parameters<typeof serveHomePage>[1]['services']) {
    servePictures(app)
    serveHomePage(app, { version, services })
  },
})

/** Loading takes a while, in which nobody who wants to stop has to wait. */
function fillShelves(
  opening: Opening,
  { opened, owner }: { opened: OpenShop; owner: OpenFolder['owner'] },
): Promise<number | undefined> {
  const { chosen, environment, asked } = opening
  const load = () => step(opening, 'demo catalog loaded', () => loadDemo(opened.dispatch, environment))
  const filled = chosen.demo === 'on' ? firstDemo(chosen.data, { owner, load }) : undefined
  return Promise.race([whenAsked(asked), filled])
}
