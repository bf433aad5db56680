import { once } from 'node:events'
import { Server } from 'node:net'
import { BACKLOG } from '@souk/gateway'
import { feeding, listenWidely } from '@souk/kit/http'
import type { FastifyInstance } from 'fastify'

interface Where {
  readonly host: string
  readonly port: number
  /** How many sockets were handed on. */
  readonly sockets: number
}

const FIRST_DESCRIPTOR = 3

/**
 * Listens on the sockets it was handed, which others may listen on as well, or on one of its own. `stopAccepting`
 * leaves what connects from then on to the others, and cuts no connection; a socket of its own stays open until the
 * server closes, as there nobody else would answer.
 */
export async function listen(
  app: FastifyInstance,
  { host, port, sockets }: Where,
): Promise<{ stopAccepting(): void }> {
  if (sockets === 0) {
    await listenWidely(app, { host, port, backlog: BACKLOG })
    return { stopAccepting: () => {} }
  }
  await app.ready()
  const servers = [app.server, ...Array.from({ length: sockets - 1 }, () => feeding(app))]
  const open = servers.map((server) => once(server, 'listening'))
  servers.forEach((server, index) => void server.listen({ fd: FIRST_DESCRIPTOR + index, backlog: BACKLOG }))
  await Promise.all(open)
  return {
    stopAccepting() {
      // Closing as a server of HTTP would cut connections on which somebody is about to ask.
      for (const server of servers) Server.prototype.close.call(server)
    },
  }
}
