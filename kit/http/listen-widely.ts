import { once } from 'node:events'
import { type AddressInfo, createServer, type Server } from 'node:net'
import type { FastifyInstance } from 'fastify'

/**
 * How many sockets listen at each address. libuv takes one new connection of a socket in each turn of its loop, and a
 * process that is busy has a hundred turns a second: a rush of strangers would wait at the door for seconds.
 */
export const LISTENERS = 8

interface Place {
  readonly host: string
  readonly port: number
  readonly backlog: number
}

/** Listens by several sockets where the system spreads connections over them (Linux), by one elsewhere. */
export async function listenWidely(app: FastifyInstance, place: Place): Promise<void> {
  if (process.platform !== 'linux') return void (await app.listen(place))
  const others: Server[] = []
  app.addHook('preClose', (done) => {
    for (const server of others) server.close()
    done()
  })
  await app.listen({ ...place, reusePort: true } as Place)
  for (const { address: host, port } of app.addresses() as AddressInfo[]) {
    const more = Array.from({ length: LISTENERS - 1 }, () => feeding(app))
    others.push(...more)
    for (const server of more) server.listen({ ...place, host, port, reusePort: true })
    await Promise.all(more.map((server) => once(server, 'listening')))
  }
}

/** Takes connections for the server of an app. */
export const feeding = (app: FastifyInstance): Server =>
  createServer({ allowHalfOpen: true, noDelay: true }, (socket) => app.server.emit('connection', socket))
