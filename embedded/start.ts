import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Settings, systemClock, systemRandom, timeOrderedIds } from '@souk/kit/runtime'
import type { Environment } from '@souk/kit/service'
import { createLog, createMetrics, createTracing, openTelemetryTracer } from '@souk/kit/telemetry'
import { registerAdmin } from './admin.ts'
import { loadDemo } from './demo-shop.ts'
import { serveHomePage } from './home-page.ts'
import { openShop } from './open-shop.ts'
import { servePictures } from './pictures.ts'
import { startPostgres } from './postgres/start-postgres.ts'
import { prepareDatabases } from './prepare-databases.ts'
import type { Screen } from './screen.ts'
import { openSecrets } from './secrets.ts'
import { shop } from './services.ts'
import type { settings } from './settings.ts'
import { startSimulators } from './simulators.ts'

export interface Running {
  /** Resolves with a sentence when the shop cannot go on. */
  readonly failed: Promise<string>
  close(): Promise<void>
}

type Chosen = Settings<typeof settings>

/** Opens everything in order; what was opened is closed again when a later part fails. */
export async function start(
  chosen: Chosen,
  { screen, version }: { screen: Screen; version: string },
): Promise<Running> {
  const begun = performance.now()
  const undo: (() => Promise<unknown>)[] = []
  const close = async () => {
    for (const one of undo.reverse()) await one().catch(() => {})
  }
  try {
    return await open(chosen, { screen, version, begun, undo, close })
  } catch (fault) {
    await close()
    throw fault
  }
}

interface Opening {
  screen: Screen
  version: string
  begun: number
  undo: (() => Promise<unknown>)[]
  close: () => Promise<void>
}

async function open(chosen: Chosen, { screen, version, begun, undo, close }: Opening): Promise<Running> {
  const environment = environmentOf(chosen)
  const secrets = await openSecrets(chosen.data, environment.random)
  const [postgres, simulators] = await screen.step('database and simulators started', () =>
    Promise.all([
      started(startPostgres({ dataFolder: join(chosen.data, 'postgres') }), (one) =>
        undo.push(() => one.stop()),
      ),
      started(startSimulators(join(chosen.data, 'simulators'), secrets), (one) =>
        undo.push(() => one.stop()),
      ),
    ]),
  )
  const url = `http://localhost:${chosen.port}`
  const { host, port, user, password } = postgres
  const services = shop({
    sandboxUrl: simulators.sandboxUrl,
    smtpPort: simulators.smtpPort,
    publicUrl: url,
    secrets,
    limitsAttempts: chosen.rateLimit === 'on',
  })
  const databases = await screen.step(`${services.length} services have their databases`, () =>
    prepareDatabases(
      { host, port, user, password, database: 'postgres' },
      services,
      secrets.databasePassword,
    ),
  )
  const opened = await screen.step('services and gateway opened', async () => {
    const one = await openShop({
      environment,
      services,
      databases,
      version,
      gateway: {
        isRateLimited: chosen.rateLimit === 'on',
        isOpenOnLoopback: true,
        readsSampled: chosen.tracedReads,
        neighbours: [
          { prefix: '/sandbox', upstream: simulators.sandboxUrl },
          { prefix: '/mailbox', upstream: simulators.mailboxUrl },
        ],
        pages: (app, states) => {
          servePictures(app)
          serveHomePage(app, { version, services: states })
        },
      },
    })
    undo.push(() => one.close())
    simulators.meet({
      webhookUrl: `http://127.0.0.1:${chosen.port}/webhooks/sandbox`,
      publicUrl: `${url}/sandbox`,
    })
    return one
  })
  const adminPassword = await registerAdmin(opened.dispatch, { environment, chosen: chosen.adminPassword })
  const products = await firstDemo(chosen, screen, () => loadDemo(opened.dispatch, environment))
  await opened.gateway.listen({ port: chosen.port, host: chosen.host })
  screen.ready({ url, seconds: (performance.now() - begun) / 1_000, products, adminPassword })
  return {
    close,
    failed: postgres.exited.then(() => 'The database ended by itself; its log is in the data folder.'),
  }
}

/** Whatever else fails meanwhile, what has started is known and can be stopped. */
async function started<T>(starting: Promise<T>, remember: (one: T) => void): Promise<T> {
  const one = await starting
  remember(one)
  return one
}

function environmentOf({ log, otlp }: Chosen): Environment {
  const tracing = createTracing({ otlpEndpoint: otlp || undefined })
  return {
    clock: systemClock,
    random: systemRandom,
    ids: timeOrderedIds(systemClock, systemRandom),
    log: createLog(log),
    metrics: createMetrics(),
    tracer: (service) => openTelemetryTracer(tracing, service),
    checksAnswers: false,
  }
}

/** The first start loads the demo; one that was interrupted begins again, which changes nothing twice. */
async function firstDemo(
  chosen: Chosen,
  screen: Screen,
  load: () => Promise<number>,
): Promise<number | undefined> {
  const done = join(chosen.data, 'demo-loaded')
  if (chosen.demo === 'off' || existsSync(done)) return undefined
  const products = await screen.step('demo catalog loaded', load)
  await writeFile(done, `${products} products\n`)
  return products
}
