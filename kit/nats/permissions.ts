import type { Consumer } from '../messaging/transport.ts'
import { asToken, BUCKET, inboxOf, REGISTRY_PREFIX, STREAM } from './names.ts'

/** Makes the stream, the consumers and the bucket (`prepareBroker`); nobody else may. */
export const ADMINISTRATOR = 'administrator'

export interface BrokerConfiguration {
  /** Where it listens: loopback, unless the fleet is on several machines. */
  readonly host: string
  readonly port: number
  /** Folder of its own for what it keeps. */
  readonly storeFolder: string
  readonly services: readonly Consumer[]
  /** Who has a place in the registry and nothing to do with events. */
  readonly others: readonly string[]
  /** By user: each service, each of the others, and the administrator. */
  readonly passwords: Readonly<Record<string, string>>
}

/**
 * The configuration of a nats-server of which each service may do what it needs and no more. It holds passwords: the
 * file must be readable by the server alone. Throws where a name or a password could break out of its place.
 */
export function natsConfiguration(configuration: BrokerConfiguration): string {
  const { host, port, storeFolder, services, others } = configuration
  const user = (name: string, may?: Permissions) =>
    `    { user: "${asToken(name)}", password: "${passwordOf(name, configuration)}"${may ? `, ${write(may)}` : ''} }`
  const users = [
    user(ADMINISTRATOR),
    ...services.map((service) => user(service.name, permissionsOfService(service))),
    ...others.map((name) => user(name, permissionsInRegistry(name))),
  ]
  return `listen: ${JSON.stringify(`${host}:${port}`)}
server_name: "souk"
jetstream { store_dir: ${JSON.stringify(storeFolder)} }
authorization {
  users: [
${users.join('\n')}
  ]
}
`
}

interface Permissions {
  readonly publish: readonly string[]
  readonly subscribe: readonly string[]
}

/** Publishes below its own name, asks for and acknowledges what its own consumer brings, looks at the stream. */
function permissionsOfService({ name, hears = [] }: Consumer): Permissions {
  const { publish, subscribe } = permissionsInRegistry(name)
  const hearing = [
    `$JS.API.CONSUMER.INFO.${STREAM}.${name}`,
    `$JS.API.CONSUMER.MSG.NEXT.${STREAM}.${name}`,
    `$JS.ACK.${STREAM}.${name}.>`,
  ]
  const speaking = [`souk.events.${name}.>`, `$JS.API.STREAM.INFO.${STREAM}`]
  return { publish: [...speaking, ...(hears.length > 0 ? hearing : []), ...publish], subscribe }
}

/**
 * Writes entries of its own name, reads all. Never by a direct get: its answer is the entry as it was written, sent to
 * whatever subject the asker names, so a service could have the server publish an event of another for it.
 */
const permissionsInRegistry = (name: string): Permissions => ({
  publish: [
    `${REGISTRY_PREFIX}${asToken(name)}.*`,
    `$JS.API.STREAM.INFO.KV_${BUCKET}`,
    `$JS.API.STREAM.MSG.GET.KV_${BUCKET}`,
  ],
  subscribe: [`${inboxOf(name)}.>`, `${REGISTRY_PREFIX}>`],
})

const write = ({ publish, subscribe }: Permissions): string =>
  `permissions: { publish: ${JSON.stringify(publish)}, subscribe: ${JSON.stringify(subscribe)} }`

function passwordOf(name: string, { passwords }: BrokerConfiguration): string {
  const password = passwords[name]
  if (password !== undefined && /^[\w-]{16,128}$/.test(password)) return password
  throw new RangeError(
    `${name} needs a password at the broker: 16 to 128 letters, digits, dashes or underscores`,
  )
}
