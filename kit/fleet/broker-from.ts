import type { BrokerAddress } from '../nats/link.ts'

/** Reads `nats://user:password@host:port,host:port`. Throws a sentence that does not quote the password. */
export function brokerFrom(given: string): BrokerAddress {
  const [first = '', ...others] = given.split(',')
  const url = URL.parse(first)
  if (url?.protocol !== 'nats:' || !url.hostname || !url.username || !url.password)
    throw new Error('must look like nats://user:password@host:4222')
  return {
    servers: [url.host, ...others],
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
  }
}
