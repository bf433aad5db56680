import { isIPv6 } from 'node:net'

export interface Addresses {
  /** What a person types. */
  readonly url: string
  /** What the provider's webhooks use, from this machine. */
  readonly local: string
}

/** How a shop is reached that listens on the host: everywhere, on this machine, or on one address. */
export function addressesOf(host: string, port: number): Addresses {
  const name = isIPv6(host) ? `[${host}]` : host
  const isEverywhere = host === '0.0.0.0' || host === '::'
  return {
    url: `http://${isEverywhere ? 'localhost' : name}:${port}`,
    local: `http://${isEverywhere || host === 'localhost' ? '127.0.0.1' : name}:${port}`,
  }
}
