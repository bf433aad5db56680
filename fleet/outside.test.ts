import { describe, expect, it } from 'vitest'
import { NOWHERE, shop } from '../embedded/services.ts'
import { outsideFrom } from './outside.ts'

const services = shop(NOWHERE).map(({ name }) => name)
const each = (prefix: string, names: readonly string[], url: (name: string) => string) =>
  Object.fromEntries(names.map((name) => [`${prefix}_${name.toUpperCase()}`, url(name)]))
const databases = each('SOUK_DATABASE_URL', services, (name) => `postgres://owner:s3cret@db/${name}`)
const broker = { NATS_URL: 'nats://administrator:s3cret@nats:4222' }
const users = each(
  'NATS_URL',
  [...services, 'gateway', 'auditor', 'launcher'],
  (name) => `nats://${name}:s3cret@nats:4222`,
)

describe('what a fleet stands on', () => {
  it('is its own where nothing is named, or named empty', () => {
    const nothing = { databases: undefined, broker: undefined }
    expect(outsideFrom({})).toEqual(nothing)
    expect(outsideFrom({ NATS_URL: '', SOUK_DATABASE_URL_CARTS: '' })).toEqual(nothing)
  })

  it('is what is named, of the broker alone too', () => {
    const { databases: found, broker: one } = outsideFrom({ ...databases, ...broker, ...users })
    expect(found?.get('carts')).toMatchObject({ host: 'db', database: 'carts', user: 'owner' })
    expect(one?.url).toBe(broker.NATS_URL)
    expect(one?.users?.get('auditor')).toBe('nats://auditor:s3cret@nats:4222')
    expect(outsideFrom(broker)).toEqual({
      databases: undefined,
      broker: { url: broker.NATS_URL, users: undefined },
    })
  })

  it.each([
    [
      'a database missing',
      { ...databases, SOUK_DATABASE_URL_CARTS: undefined },
      'SOUK_DATABASE_URL_CARTS is missing',
    ],
    ['a database alone', { SOUK_DATABASE_URL_CARTS: 'postgres://o:s3cret@db/c' }, 'SOUK_DATABASE_URL_ORDERS'],
    [
      'no database’s URL',
      { ...databases, SOUK_DATABASE_URL_CARTS: 'mysql://o:s3cret@db/c' },
      'SOUK_DATABASE_URL_CARTS: is not postgres://',
    ],
    ['no broker’s URL', { NATS_URL: 'http://a:s3cret@nats' }, 'NATS_URL: must look like nats://'],
    ['a user missing', { ...broker, ...users, NATS_URL_AUDITOR: '' }, 'NATS_URL_AUDITOR is missing'],
    ['nobody to make the streams', users, 'NATS_URL is missing'],
  ])('is refused with %s, in a sentence without secrets', (_what, environment, says) => {
    const refused = () => outsideFrom(environment)
    expect(refused).toThrow(says)
    expect(refused).not.toThrow('s3cret')
  })
})
