import { BoundSocket } from 'node:net'
import { LISTENERS } from '@souk/kit/http'
import { addressesBehind, isNotOurs } from '../embedded/choose-port.ts'

export interface PublicSockets {
  /** For those who shall listen; the system has one queue for all of them. */
  readonly descriptors: readonly number[]
  close(): void
}

/**
 * The public port, held by whoever launches gateways and never listened to here: a connection waits in the system's
 * queue while one gateway takes over from another, or is started again. None where descriptors cannot be handed on
 * (Windows): there the gateway listens by itself.
 */
export async function holdPublicSockets(host: string, port: number): Promise<PublicSockets> {
  const held = (await addressesBehind(host)).flatMap((address) => bind(address, port) ?? [])
  const handedOn = held.filter((socket) => socket.fd() >= 0)
  if (handedOn.length < held.length) for (const socket of held) socket.close()
  return {
    // Each several times: whoever listens takes one connection of each in a turn of its loop.
    descriptors: handedOn.flatMap((socket) => Array.from({ length: LISTENERS }, () => socket.fd())),
    close: () => {
      for (const socket of handedOn) socket.close()
    },
  }
}

function bind(host: string, port: number): BoundSocket | undefined {
  try {
    return new BoundSocket({ host, port, ipv6Only: host !== '::' && host.includes(':') })
  } catch (fault) {
    if (isNotOurs(fault)) return undefined
    throw fault
  }
}
