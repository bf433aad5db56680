import { addressFrom, type DatabaseAddress } from '@souk/kit/database'
import { brokerFrom } from '@souk/kit/fleet'
import { setting } from '@souk/kit/runtime'
import { Fault } from '../embedded/sentence.ts'
import { NOWHERE, shop } from '../embedded/services.ts'
import { AUDITOR, GATEWAY, LAUNCHER } from './parties.ts'
import { readAllOrNone, type SettingOfEach } from './setting-of-each.ts'

/** What a fleet stands on and somebody else runs; it starts what is not named here. */
export interface Outside {
  /** As their owners, by service. */
  readonly databases: ReadonlyMap<string, DatabaseAddress> | undefined
  readonly broker: OutsideBroker | undefined
}

export interface OutsideBroker {
  /** As who may make streams. */
  readonly url: string
  /** By process, where each has a user of its own. */
  readonly users: ReadonlyMap<string, string> | undefined
}

const brokerUrl = (given: string): string => {
  brokerFrom(given)
  return given
}

export const outsideSettings = {
  databases: {
    prefix: 'SOUK_DATABASE_URL',
    describes:
      'A database of a service as its owner, who may make roles: `postgres://owner:password@host:5432/name`. For every service, or for none: then PostgreSQL is started in the data folder.',
    read: addressFrom,
  } satisfies SettingOfEach<DatabaseAddress>,
  broker: setting(
    'NATS_URL',
    'A broker that is there, as a user who may make streams: `nats://user:password@host:4222`. Without it nats-server is started in the data folder.',
    brokerUrl,
    '',
  ),
  users: {
    prefix: 'NATS_URL',
    describes:
      'The same broker as the user of one process: of each service, `GATEWAY`, `AUDITOR` and `LAUNCHER`, or of none: then all enter as the user of `NATS_URL`.',
    read: brokerUrl,
  } satisfies SettingOfEach<string>,
}

const services = shop(NOWHERE).map(({ name }) => name)

/** What the environment says of it. Throws a Fault that says what is missing or wrong, and quotes no password. */
export function outsideFrom(environment: Readonly<Record<string, string | undefined>>): Outside {
  const databases = readAllOrNone(outsideSettings.databases, { names: services, environment })
  const users = readAllOrNone(outsideSettings.users, {
    names: [...services, GATEWAY, AUDITOR, LAUNCHER],
    environment,
  })
  const url = environment.NATS_URL ?? ''
  if (url === '' && users) throw new Fault('NATS_URL is missing: somebody must make the streams there.')
  return { databases, broker: url === '' ? undefined : { url: readUrl(url), users } }
}

function readUrl(given: string): string {
  try {
    return brokerUrl(given)
  } catch (fault) {
    throw new Fault(`NATS_URL: ${(fault as Error).message}.`)
  }
}
