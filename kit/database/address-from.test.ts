import { describe, expect, it } from 'vitest'
import { addressFrom } from './address-from.ts'

const PLAIN = {
  host: 'db.example',
  port: 5432,
  database: 'souk_orders',
  user: 'souk_orders',
  password: 's3cret',
}

describe('an address', () => {
  it.each([
    ['with everything', 'postgres://souk_orders:s3cret@db.example:5432/souk_orders', PLAIN],
    ['without a port', 'postgresql://souk_orders:s3cret@db.example/souk_orders', PLAIN],
    ['without TLS', 'postgres://souk_orders:s3cret@db.example/souk_orders?sslmode=disable', PLAIN],
    [
      'that is encrypted',
      'postgres://souk_orders:s3cret@db.example:6432/souk_orders?sslmode=require',
      { ...PLAIN, port: 6432, tls: 'encrypted' },
    ],
    [
      'that is verified',
      'postgres://souk_orders:s3cret@db.example/souk_orders?sslmode=verify-full',
      { ...PLAIN, tls: 'verified' },
    ],
    [
      'with a password that has signs in it',
      'postgres://souk_orders:%40%2F%3A%25%20%C3%A4@db.example/souk_orders',
      { ...PLAIN, password: '@/:% ä' },
    ],
    ['of IPv6', 'postgres://souk_orders:s3cret@[::1]:5432/souk_orders', { ...PLAIN, host: '::1' }],
    [
      'of a unix socket',
      'postgres://souk_orders:s3cret@%2Fvar%2Frun%2Fpostgresql:5433/souk_orders',
      { ...PLAIN, host: '/var/run/postgresql', port: 5433 },
    ],
  ])('%s is read', (_what, url, address) => {
    expect(addressFrom(url)).toEqual(address)
  })

  it.each([
    ['nothing', '', 'no address at all'],
    ['another protocol', 'mysql://u:s3cret@h/d', 'does not begin so'],
    ['a bare word', 's3cret', 'no address at all'],
    ['no host', 'postgres://u:s3cret@/d', 'no address at all'],
    ['no user', 'postgres://:s3cret@h/d', 'user is missing'],
    ['no password', 'postgres://s3cret@h/d', 'password is missing'],
    ['no database', 'postgres://u:s3cret@h', 'database is missing'],
    ['two databases', 'postgres://u:s3cret@h/d/e', 'no single name'],
    ['a database in disguise', 'postgres://u:s3cret@h/d%2Fe', 'no single name'],
    ['a name too long', `postgres://u:s3cret@h/${'d'.repeat(64)}`, 'more than 63 bytes'],
    ['a bare %', 'postgres://u:s3cret%@h/d', 'written as %25'],
    ['a bare @ and /', 'postgres://u:s3cret/@@h/d', 'no address at all'],
    ['a port beyond ports', 'postgres://u:s3cret@h:99999/d', 'no address at all'],
    ['two hosts', 'postgres://u:s3cret@h,i/d', 'characters no host has'],
    ['TLS when it is there', 'postgres://u:s3cret@h/d?sslmode=prefer', 'NODE_EXTRA_CA_CERTS'],
    ['TLS of the prototype', 'postgres://u:s3cret@h/d?sslmode=toString', 'NODE_EXTRA_CA_CERTS'],
    ['TLS twice', 'postgres://u:s3cret@h/d?sslmode=disable&sslmode=require', 'only one sslmode'],
    ['what is not understood', 'postgres://u:s3cret@h/d?sslrootcert=s3cret', 'only one sslmode'],
    ['TLS through a socket', 'postgres://u:s3cret@%2Frun/d?sslmode=require', 'leave it out'],
    ['what never ends', `postgres://u:s3cret@h/d?sslmode=${'x'.repeat(3_000)}`, 'more than 2000 characters'],
  ])('with %s is refused, and never quoted', (_what, url, why) => {
    const said = refusal(url)
    expect(said).toContain(why)
    expect(said).toMatch(/^is not postgres:\/\/user:password@host:port\/database: /)
    expect(said).not.toContain('s3cret')
  })
})

/** All a log would show of it. */
function refusal(url: string): string {
  try {
    return JSON.stringify(addressFrom(url))
  } catch (error) {
    const { message, cause } = error as Error
    return [message, cause && String(cause)].filter(Boolean).join(' ')
  }
}
