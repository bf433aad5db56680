import type { DatabaseAddress } from '@souk/kit/database'
import { deriveKeys } from '@souk/kit/http'
import { imagesIn } from '../embedded/images.ts'
import type { Opening, Processes } from '../embedded/open.ts'
import type { Broker } from './broker.ts'
import { outsideSettings } from './outside.ts'
import { LAUNCHER, partiesOf } from './parties.ts'
import { nameFor } from './setting-of-each.ts'
import { urlOf } from './url-of.ts'

type Told = Readonly<Record<string, string>>

interface FleetParts {
  readonly opening: Pick<Opening, 'chosen' | 'version'>
  readonly processes: Pick<Processes, 'secrets' | 'port'> & {
    readonly simulators: Pick<
      Processes['simulators'],
      'sandboxUrl' | 'carriersUrl' | 'mailboxUrl' | 'smtpPort'
    >
  }
  /** What a person types to reach the shop. */
  readonly url: string
  readonly databases: ReadonlyMap<string, DatabaseAddress>
  /** The same for whoever only reads them. */
  readonly readers: ReadonlyMap<string, DatabaseAddress>
  readonly broker: Pick<Broker, 'urlFor'>
  readonly names: readonly string[]
}

/** What each process is told: what it needs, and nobody else's secrets. */
export function tellEach(parts: FleetParts): { env: (name: string) => Told; launcher: Told } {
  const { names, databases, broker, opening, processes } = parts
  const keys = deriveKeys(Buffer.from(processes.secrets.fleetMaster, 'base64url'), partiesOf(names))
  const own = ownOf(parts)
  const env = (name: string): Told => {
    const address = databases.get(name)
    return {
      ...everybody(opening),
      ...member(name),
      ...(address && { SOUK_DATABASE_URL: urlOf(address) }),
      ...own[name],
    }
  }
  const member = (name: string): Told => ({
    NATS_URL: broker.urlFor(name),
    SOUK_KEYS: JSON.stringify(keys.get(name)),
  })
  return { env, launcher: member(LAUNCHER) }
}

const everybody = ({ chosen, version }: FleetParts['opening']): Told => ({
  SOUK_LOG: chosen.log,
  SOUK_VERSION: version,
  SOUK_RATE_LIMIT: chosen.rateLimit,
  SOUK_KEPT_SPANS: String(chosen.spansKept),
  SOUK_KEPT_LOG_LINES: String(chosen.linesKept),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: chosen.otlp,
  SOUK_CRASH_AT: chosen.crashAt,
  SOUK_CRASH_ONCE: chosen.crashOnce,
  SOUK_CRASH_RECORD: chosen.crashRecord,
  SOUK_TEST_TRANSPORT_FAULTS: process.env.SOUK_TEST_TRANSPORT_FAULTS ?? '',
})

const ownOf = ({ opening, processes, url, readers }: FleetParts): Readonly<Record<string, Told>> => {
  const { secrets, simulators, port } = processes
  return {
    catalog: { SOUK_IMAGES: imagesIn(opening.chosen) },
    orders: { SOUK_ORDER_TOKEN: secrets.orderToken },
    payments: {
      SOUK_SANDBOX_URL: simulators.sandboxUrl,
      SOUK_SANDBOX_KEY: secrets.sandboxKey,
      SOUK_SANDBOX_WEBHOOK_SECRET: secrets.webhookSecret,
    },
    shipping: {
      SOUK_CARRIERS_URL: simulators.carriersUrl,
      SOUK_CARRIERS_KEY: secrets.carriersKey,
      SOUK_CARRIERS_WEBHOOK_SECRET: secrets.carriersWebhookSecret,
    },
    notifications: { SOUK_SMTP_PORT: String(simulators.smtpPort), SOUK_PUBLIC_URL: url },
    auditor: {
      SOUK_SANDBOX_URL: simulators.sandboxUrl,
      SOUK_CARRIERS_URL: simulators.carriersUrl,
      ...Object.fromEntries(
        [...readers].map(([service, address]) => [
          nameFor(outsideSettings.databases, service),
          urlOf(address),
        ]),
      ),
    },
    gateway: {
      PORT: String(port),
      HOST: opening.chosen.host,
      SOUK_PUBLIC_URL: url,
      SOUK_TRACED_READS: String(opening.chosen.tracedReads),
      SOUK_GRAPHQL_EXPLORER: opening.chosen.graphqlExplorer,
      SOUK_GRAPHQL_DOCUMENTS: opening.chosen.graphqlDocuments,
      SOUK_GRAPHQL_DOCUMENTS_FILE: opening.chosen.graphqlDocumentsFile.file,
      SOUK_SANDBOX_URL: simulators.sandboxUrl,
      SOUK_CARRIERS_URL: simulators.carriersUrl,
      SOUK_MAILBOX_URL: simulators.mailboxUrl,
    },
  }
}
