import { addressFrom } from '../database/address-from.ts'
import { telemetrySettings } from '../process/telemetry-settings.ts'
import { testSettings } from '../process/test-settings.ts'
import { port } from '../runtime/setting-kinds.ts'
import { setting } from '../runtime/settings.ts'
import { brokerFrom } from './broker-from.ts'
import { keysFrom } from './keys-from.ts'
import { placesFrom } from './places-from.ts'

/** What every process of a fleet is told. */
export const memberSettings = {
  broker: setting(
    'NATS_URL',
    'The broker, as whom to enter: `nats://user:password@host:4222`; the servers of a cluster apart by commas.',
    brokerFrom,
  ),
  keys: setting(
    'SOUK_KEYS',
    'What this process signs and verifies calls with, as the fleet’s launcher derived it, in JSON. Secret.',
    keysFrom,
  ),
  places: setting(
    'SOUK_DISCOVERY',
    'Who says where services are: `nats`, or names in DNS such as `dns:souk-{service}:8080`.',
    placesFrom,
    'nats',
  ),
  host: setting(
    'SOUK_LISTEN_HOST',
    'The address this process is reached at by the others, and listens on.',
    String,
    '127.0.0.1',
  ),
  port: setting('SOUK_LISTEN_PORT', 'The port it listens on; 0 takes any that is free.', port, '0'),
  version: setting('SOUK_VERSION', 'What it says of its version.', String, 'unknown'),
  ...telemetrySettings,
  ...testSettings,
}

/** What a service alone in its process is told beside its own. */
export const serviceSettings = {
  database: setting(
    'SOUK_DATABASE_URL',
    'Where the service keeps what it knows, as its own role: `postgres://user:password@host:5432/name`.',
    addressFrom,
  ),
  ...memberSettings,
}
