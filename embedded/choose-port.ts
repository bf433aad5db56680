import { lookup } from 'node:dns/promises'
import { once } from 'node:events'
import { createServer, type Server } from 'node:net'
import { Fault } from './sentence.ts'

const LOOPBACK = ['127.0.0.1', '::1']
const NOT_OURS = ['EADDRNOTAVAIL', 'EAFNOSUPPORT']

/** The machine does not have the address, as `::1` without IPv6. */
export const isNotOurs = (fault: unknown): boolean => NOT_OURS.includes(Object(fault).code)

/**
 * Tries the port on every address the host stands for, and lets go again. A server of several addresses listens on
 * those it gets and is silent about the rest, where browsers would then find another program. 0 becomes a free port.
 */
export async function choosePort(host: string, port: number): Promise<number> {
  const held: Server[] = []
  try {
    for (const address of await addressesBehind(host)) {
      const server = await listen(address, held.length > 0 ? portOf(held[0]) : port)
      if (server) held.push(server)
    }
    if (held.length === 0) throw new Fault(`This machine has no address ${host}: choose another with HOST=….`)
    return portOf(held[0])
  } finally {
    await Promise.all(held.map((server) => new Promise((resolve) => server.close(resolve))))
  }
}

/** Every address a host stands for; a machine may lack one of localhost's two. */
export async function addressesBehind(host: string): Promise<string[]> {
  if (host === 'localhost') return LOOPBACK
  const found = await lookup(host, { all: true }).catch(() => [])
  if (found.length === 0) throw new Fault(`Nobody knows the host ${host}: choose another with HOST=….`)
  return found.map(({ address }) => address)
}

/** Nothing where the machine does not have the address, as `::1` without IPv6. */
async function listen(host: string, port: number): Promise<Server | undefined> {
  const server = createServer()
  server.listen({ host, port, exclusive: true })
  try {
    await once(server, 'listening')
    return server
  } catch (fault) {
    if (isNotOurs(fault)) return undefined
    throw fault
  }
}

function portOf(server: Server | undefined): number {
  const address = server?.address()
  if (!address || typeof address === 'string') throw new Error('a server that listens has a port')
  return address.port
}
