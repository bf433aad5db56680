import { resolve } from 'node:path'
import { readFaults } from '@souk/kit/messaging'
import { setting } from '@souk/kit/runtime'

const oneOf =
  <const T extends string>(...allowed: T[]) =>
  (given: string): T => {
    const found = allowed.find((one) => one === given)
    if (found === undefined) throw new Error(`must be ${allowed.join(' or ')}, not "${given}"`)
    return found
  }

const port = (given: string): number => {
  const value = Number(given)
  if (!/^\d+$/.test(given) || value > 65_535) throw new Error(`must be a port number, not "${given}"`)
  return value
}

const share = (given: string): number => {
  const value = Number(given)
  if (!(value >= 0 && value <= 1)) throw new Error(`must be between 0 and 1, not "${given}"`)
  return value
}

const count =
  (most: number) =>
  (given: string): number => {
    const value = Number(given)
    if (!/^\d+$/.test(given) || value > most)
      throw new Error(`must be a number from 0 to ${most}, not "${given}"`)
    return value
  }

const password = (given: string): string => {
  if (given !== '' && (given.length < 8 || given.length > 128))
    throw new Error('must have 8 to 128 characters')
  return given
}

const transportFaults = (given: string) => {
  if (given !== '' && process.env.NODE_ENV === 'production')
    throw new Error('is for tests, and NODE_ENV is production')
  return readFaults(given)
}

/** Everything `npm start` can be told. */
export const settings = {
  port: setting('PORT', 'The port of the one public address; 0 takes any that is free.', port, '8080'),
  host: setting(
    'HOST',
    'Where to listen: `localhost` for this machine alone, `0.0.0.0` for everybody.',
    String,
    'localhost',
  ),
  data: setting(
    'SOUK_DATA',
    'The folder that holds everything the shop remembers.',
    (given) => resolve(given),
    '.souk',
  ),
  adminPassword: setting(
    'SOUK_ADMIN_PASSWORD',
    'Password of admin@example.com at the first start; made up and shown once when empty.',
    password,
    '',
  ),
  log: setting(
    'SOUK_LOG',
    'How much is logged to standard error, as JSON lines.',
    oneOf('silent', 'error', 'warn', 'info', 'debug'),
    'warn',
  ),
  demo: setting('SOUK_DEMO', 'Whether the first start loads the demo catalog.', oneOf('on', 'off'), 'on'),
  rateLimit: setting(
    'SOUK_RATE_LIMIT',
    'Limits requests per address; `off` for benchmarks.',
    oneOf('on', 'off'),
    'on',
  ),
  tracedReads: setting(
    'SOUK_TRACED_READS',
    'Share of reading requests that are traced; changes always are.',
    share,
    '0.01',
  ),
  spansKept: setting(
    'SOUK_KEPT_SPANS',
    'How many spans of traces are remembered for `/ops/traces`, the newest; half a kilobyte each.',
    count(200_000),
    '4000',
  ),
  linesKept: setting(
    'SOUK_KEPT_LOG_LINES',
    'How many lines of the log are remembered for `/ops/logs`, the newest that tell their trace; 4 MB at most.',
    count(20_000),
    '2000',
  ),
  otlp: setting(
    'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT',
    'Where traces go by OTLP over HTTP; nowhere when empty.',
    String,
    '',
  ),
  transportFaults: setting(
    'SOUK_TEST_TRANSPORT_FAULTS',
    'For tests: what goes wrong with events, such as `seed=7,duplicate=0.1,reorder=100,delayMs=500,lose=0.1,loseAck=0.1`, until SIGUSR2. Refused where `NODE_ENV` is `production`.',
    transportFaults,
    '',
  ),
  crashAt: setting(
    'SOUK_CRASH_AT',
    'For tests: the crash point at which the process kills itself, `service/work:phase` or `…#2`.',
    String,
    '',
  ),
  crashRecord: setting(
    'SOUK_CRASH_RECORD',
    'For tests: a file that gets the name of each crash point passed.',
    String,
    '',
  ),
}
