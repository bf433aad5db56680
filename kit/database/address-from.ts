import type { DatabaseAddress } from './connect.ts'

const SHAPE = 'postgres://user:password@host:port/database'
const LONGEST = 2_000
/** Longer names PostgreSQL would cut off, and find another one. */
const LONGEST_NAME = 63

const TLS: Record<string, DatabaseAddress['tls'] | null> = {
  disable: null,
  require: 'encrypted',
  'verify-full': 'verified',
}

/**
 * Reads `postgres://user:password@host:port/database?sslmode=verify-full`; without a port it is 5432. A host may be the
 * folder of a unix socket, with `%2F` for each slash. Throws one sentence that says what to write, and never quotes what
 * was given: it holds a password.
 */
export function addressFrom(url: string): DatabaseAddress {
  const given = parse(url)
  const host = part(given.hostname, 'host').replace(/^\[|\]$/g, '')
  if (!/^[\w.:-]+$|^\/[^\0]+$/.test(host)) throw unreadable('the host has characters no host has')
  const port = given.port === '' ? 5432 : Number(given.port)
  const database = name(given.pathname.slice(1), 'database')
  const tls = tlsOf(given.searchParams)
  if (tls && host.startsWith('/')) throw unreadable('a unix socket has no sslmode: leave it out')
  const address = { host, port, database, user: name(given.username, 'user') }
  return { ...address, password: part(given.password, 'password'), ...(tls && { tls }) }
}

function parse(url: string): URL {
  if (url.length > LONGEST) throw unreadable(`more than ${LONGEST} characters`)
  const given = URL.parse(url)
  if (!given)
    throw unreadable(
      'no address at all, or one whose password has a / ? # or @ not written as %2F %3F %23 %40',
    )
  if (!['postgres:', 'postgresql:'].includes(given.protocol)) throw unreadable('it does not begin so')
  return given
}

function part(given: string, what: string): string {
  if (given === '') throw unreadable(`the ${what} is missing`)
  try {
    return decodeURIComponent(given)
  } catch {
    throw unreadable(`the ${what} has a % that is not written as %25`)
  }
}

function name(given: string, what: string): string {
  const read = part(given, what)
  if (Buffer.byteLength(read) > LONGEST_NAME)
    throw unreadable(`the ${what} has more than ${LONGEST_NAME} bytes`)
  if (/[\0/]/.test(read)) throw unreadable(`the ${what} is no single name`)
  return read
}

function tlsOf(asked: URLSearchParams): DatabaseAddress['tls'] {
  if ([...asked.keys()].some((key) => key !== 'sslmode') || asked.size > 1)
    throw unreadable('behind the ? only one sslmode is understood')
  const mode = asked.get('sslmode') ?? 'disable'
  const tls = Object.hasOwn(TLS, mode) ? TLS[mode] : undefined
  if (tls === undefined)
    throw unreadable(
      'sslmode is disable, require or verify-full; for a private authority name its file in NODE_EXTRA_CA_CERTS',
    )
  return tls ?? undefined
}

const unreadable = (why: string) => new Error(`is not ${SHAPE}: ${why}`)
