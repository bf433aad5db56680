import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { shownToOperators } from '@souk/contracts/shown-to-operators'
import type { DatabaseAddress } from '@souk/kit/database'
import {
  type FaultyTransport,
  faultyTransport,
  inProcessTransport,
  type TransportFaults,
} from '@souk/kit/messaging'
import { systemClock, systemRandom, timeOrderedIds } from '@souk/kit/runtime'
import { createLog, createMemory, createMetrics, recordingTracers } from '@souk/kit/telemetry'
import { cloneDatabase, testCluster } from '@souk/kit/testing'
import { registerAdmin } from '../embedded/admin.ts'
import { openShop } from '../embedded/open-shop.ts'
import { shop as shopServices } from '../embedded/services.ts'
import { startMailbox, startSandbox } from '../simulators/main.ts'
import type { Session } from './answers.ts'
import { type Client, client } from './client.ts'

const SECRETS = {
  databasePassword: 'test',
  orderToken: 'order token',
  sandboxKey: 'sandbox key',
  webhookSecret: 'webhook secret',
}
const ADMIN_PASSWORD = 'a password for tests'

/** The whole shop as `npm start` opens it, on databases of its own and a free port. */
export interface Shop {
  readonly url: string
  readonly mailboxUrl: string
  /** Somebody with a browser: a guest until signed in. */
  guest(): Client
  admin(): Promise<Client>
  /** Where a service keeps what it knows: for journeys that break something. */
  databaseOf(service: string): DatabaseAddress
  readonly transport: FaultyTransport
  readonly databases: ReadonlyMap<string, DatabaseAddress>
  close(): Promise<void>
}

/** As it is, or with events on a bad day. */
export async function openTestShop(faults: TransportFaults = { seed: 0 }): Promise<Shop> {
  const folder = await mkdtemp(join(tmpdir(), 'souk-e2e-'))
  const [clock, random] = [systemClock, systemRandom]
  const memory = createMemory({ process: 'e2e', clock, spans: 4_000, lines: 2_000, shown: shownToOperators })
  const environment = {
    ...{ clock, random, memory },
    ids: timeOrderedIds(clock, random),
    log: createLog(process.env.SOUK_LOG ?? 'fatal', memory.keepLine),
    metrics: createMetrics(),
    tracer: recordingTracers({ clock, random, keep: memory.keepSpan }),
    checksAnswers: true,
  }
  const sandbox = await startSandbox({
    folder,
    apiKey: SECRETS.sandboxKey,
    webhookSecret: SECRETS.webhookSecret,
  })
  const mailbox = await startMailbox({ folder })
  const services = shopServices({
    sandboxUrl: sandbox.url,
    smtpPort: mailbox.smtpPort,
    publicUrl: 'http://shop.example',
    secrets: SECRETS,
    limitsAttempts: false,
  })
  const cloned = await Promise.all(
    services.map(async (one) => [one.name, await cloneDatabase(testCluster(), one)] as const),
  )
  const databases = new Map(cloned.map(([name, { address }]) => [name, address]))
  const transport = faultyTransport(inProcessTransport(services), faults)
  const opened = await openShop({
    environment,
    services,
    databases,
    transport,
    version: 'test',
    gateway: {
      isRateLimited: false,
      isOpenOnLoopback: true,
      readsSampled: 1,
      neighbours: [
        { prefix: '/sandbox', upstream: sandbox.url },
        { prefix: '/mailbox', upstream: mailbox.url },
      ],
    },
  })
  const url = await opened.gateway.listen({ port: 0, host: '127.0.0.1' })
  sandbox.setAddresses({ webhookUrl: `${url}/webhooks/sandbox`, publicUrl: `${url}/sandbox` })
  await registerAdmin(opened.dispatch, { environment, chosen: ADMIN_PASSWORD })
  return {
    url,
    mailboxUrl: mailbox.url,
    guest: () => client(url),
    async admin() {
      const somebody = client(url)
      const { body } = await somebody.post<Session>('/admin/v1/auth/login', {
        email: 'admin@example.com',
        password: ADMIN_PASSWORD,
      })
      return client(url, body.accessToken)
    },
    databaseOf(service) {
      const address = databases.get(service)
      if (!address) throw new Error(`there is no service ${service}`)
      return address
    },
    transport,
    databases,
    async close() {
      await opened.close()
      await Promise.all([sandbox.close(), mailbox.close()])
      await Promise.all(cloned.map(([, database]) => database.drop()))
      await rm(folder, { recursive: true, force: true })
    },
  }
}
