import { join } from 'node:path'
import { imagePlaceFrom } from '@souk/catalog/image-place'
import type { Pages } from '@souk/gateway'
import { BACKLOG } from '@souk/gateway'
import { graphqlFrom } from '@souk/gateway/graphql-settings'
import { listenWidely } from '@souk/kit/http'
import { faultyTransport, inProcessTransport, type Transport } from '@souk/kit/messaging'
import type { Settings } from '@souk/kit/runtime'
import type { Environment, ServiceDefinition } from '@souk/kit/service'
import { addressesOf } from './addresses.ts'
import { registerAdmin } from './admin.ts'
import { auditorWhenAsked } from './auditor-when-asked.ts'
import { choosePort } from './choose-port.ts'
import type { Databases, OpenDatabases } from './databases.ts'
import { loadDemo } from './demo-shop.ts'
import { firstDemo } from './first-demo.ts'
import { serveHomePage } from './home-page.ts'
import { imagesIn, openImages } from './images.ts'
import { type OpenFolder, openFolder } from './open-folder.ts'
import { type OpenShop, openShop } from './open-shop.ts'
import { servePictures } from './pictures.ts'
import { layout } from './postgres/data-folder.ts'
import type { Screen } from './screen.ts'
import { openSecrets, type Secrets } from './secrets.ts'
import { shop } from './services.ts'
import type { settings } from './settings.ts'
import { type Simulators, startSimulators } from './simulators.ts'
import { buildWeb, openWeb } from './web.ts'

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

const databaseFolder = (data: string): string => join(data, 'postgres')

/** Where the database writes what it has to say. */
export const databaseLog = (data: string): string => layout(databaseFolder(data)).log

export interface Processes extends Pick<OpenFolder, 'owner'> {
  readonly port: number
  readonly secrets: Secrets
  readonly databases: Databases
  readonly simulators: Simulators
}

/** The databases and the simulators. Whoever is refused the folder or the port is refused before anything starts. */
export async function openProcesses(opening: Opening, openDatabases: OpenDatabases): Promise<Processes> {
  const { chosen, environment, atClose, screen } = opening
  const { owner, release } = await openFolder(chosen.data)
  atClose(release)
  const port = await choosePort(chosen.host, chosen.port)
  await openImages(chosen, owner)
  const secrets = await openSecrets(chosen.data, { owner, random: environment.random })
  const starting = screen.step('database and simulators started', () =>
    startBoth(opening, { owner, secrets, openDatabases }),
  )
  const building = buildWeb(screen)
  await Promise.allSettled([starting, building])
  const [both] = await Promise.all([starting, building])
  return { owner, port, secrets, ...both }
}

/** Services and gateway on what runs already, up to the screen that says so. */
export async function openOn(opening: Opening, processes: Processes): Promise<void> {
  const { chosen, environment, screen, begun } = opening
  const { owner, port } = processes
  const { url, local } = addressesOf(chosen.host, port)
  const { dispatch, gateway } = await openServices(opening, { ...processes, url })
  processes.simulators.meet({ url, local })
  const load = () => screen.step('demo catalog loaded', () => loadDemo(dispatch, environment))
  const products = chosen.demo === 'on' ? await firstDemo(chosen.data, { owner, load }) : undefined
  const adminPassword = await registerAdmin(dispatch, { environment, chosen: chosen.adminPassword })
  await listenWidely(gateway, { port, host: chosen.host, backlog: BACKLOG })
  screen.ready({ url, seconds: (performance.now() - begun) / 1_000, products, adminPassword })
}

/** Side by side. Both have settled before one of them can fail the start: what came up late is stopped as well. */
async function startBoth(
  { chosen, atClose }: Opening,
  { owner, secrets, openDatabases }: Pick<Processes, 'owner' | 'secrets'> & { openDatabases: OpenDatabases },
): Promise<Pick<Processes, 'databases' | 'simulators'>> {
  const stopped = <T extends { stop(): Promise<void> }>(one: T): T => {
    atClose(() => one.stop())
    return one
  }
  const both = [
    openDatabases(databaseFolder(chosen.data)).then(stopped),
    startSimulators(join(chosen.data, 'simulators'), { owner, secrets }).then(stopped),
  ] as const
  await Promise.allSettled(both)
  const [databases, simulators] = await Promise.all(both)
  return { databases, simulators }
}

async function openServices(
  opening: Opening,
  { databases: places, simulators, secrets, url }: Processes & { url: string },
): Promise<OpenShop> {
  const { chosen, environment, version, atClose, screen } = opening
  const services = shop({
    images: imagePlaceFrom(imagesIn(chosen)),
    sandboxUrl: simulators.sandboxUrl,
    carriersUrl: simulators.carriersUrl,
    smtpPort: simulators.smtpPort,
    publicUrl: url,
    secrets,
    limitsAttempts: chosen.rateLimit === 'on',
    atClose,
  })
  const { databases, readers } = await screen.step(`${services.length} services have their databases`, () =>
    places.prepare(services, secrets.databasePassword),
  )
  const auditor = auditorWhenAsked({
    ...{ services, environment, sandboxUrl: simulators.sandboxUrl, carriersUrl: simulators.carriersUrl },
    databases: readers,
  })
  const gateway = gatewayOf(opening, simulators, await openWeb())
  const transport = transportOf(opening, services)
  const opened = await screen.step('services and gateway opened', () =>
    openShop({ environment, services, databases, version, auditor, gateway, transport }),
  )
  atClose(() => opened.close())
  return opened
}

/** In a test something may go wrong with events, until a signal says it is enough. */
function transportOf({ chosen, screen }: Opening, services: readonly ServiceDefinition[]): Transport {
  const transport = inProcessTransport(services)
  if (!chosen.transportFaults) return transport
  screen.say(`  ! events get lost, doubled and late, seed ${chosen.transportFaults.seed}`)
  const faulty = faultyTransport(transport, chosen.transportFaults)
  process.once('SIGUSR2', faulty.heal)
  return faulty
}

const gatewayOf = (
  { chosen, version }: Opening,
  { sandboxUrl, carriersUrl, mailboxUrl }: Simulators,
  web: Pages,
) => ({
  web,
  isRateLimited: chosen.rateLimit === 'on',
  // One process serves this machine, without TLS.
  isSecure: false,
  isOpenOnLoopback: true,
  readsSampled: chosen.tracedReads,
  graphql: graphqlFrom(chosen, { isProduction: process.env.NODE_ENV === 'production' }),
  neighbours: [
    { prefix: '/sandbox', upstream: sandboxUrl },
    { prefix: '/carriers', upstream: carriersUrl },
    { prefix: '/mailbox', upstream: mailboxUrl },
  ],
  pages(app: OpenShop['gateway'], services: Parameters<typeof serveHomePage>[1]['services']) {
    servePictures(app)
    serveHomePage(app, { version, services, hasStorefront: web.storefront !== undefined })
  },
})
