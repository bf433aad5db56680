import { addressFrom } from '@souk/kit/database'
import { expect, it } from 'vitest'
import { urlOf } from './url-of.ts'

const PLAIN = { host: 'db.example', port: 6_432, database: 'shop', user: 'carts', password: 'a/b?c@d:e %' }

it.each([
  ['a host', PLAIN],
  ['a host whose certificate is verified', { ...PLAIN, tls: 'verified' as const }],
  ['a host that is only spoken to in secret', { ...PLAIN, tls: 'encrypted' as const }],
  ['an address of IPv6', { ...PLAIN, host: '::1' }],
  ['the folder of a socket', { ...PLAIN, host: '/var/run/postgresql' }],
  ['names with signs in them', { ...PLAIN, database: 'my shop#1', user: 'me@home' }],
])('a process told %s reads the same', (_what, address) => {
  expect(addressFrom(urlOf(address))).toEqual(address)
})
