import { resolve } from 'node:path'
import { imagePlaceFrom } from '@souk/catalog/image-place'
import { graphqlSettings } from '@souk/gateway/graphql-settings'
import { telemetrySettings, testSettings } from '@souk/kit/process'
import { oneOf, port, setting, share } from '@souk/kit/runtime'

const password = (given: string): string => {
  if (given !== '' && (given.length < 8 || given.length > 128))
    throw new Error('must have 8 to 128 characters')
  return given
}

const imagePlace = (given: string): string => {
  imagePlaceFrom(given)
  return given
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
  images: setting(
    'SOUK_IMAGES',
    'Where uploaded images are kept: a folder, or `s3://key:secret@host/bucket?region=…`; `images` in `SOUK_DATA` when empty.',
    imagePlace,
    '',
  ),
  adminPassword: setting(
    'SOUK_ADMIN_PASSWORD',
    'Password of admin@example.com at the first start; made up and shown once when empty.',
    password,
    '',
  ),
  ...telemetrySettings,
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
  ...graphqlSettings,
  ...testSettings,
}
