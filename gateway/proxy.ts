import httpProxy from '@fastify/http-proxy'
import type { FastifyInstance } from 'fastify'

export interface Neighbour {
  /** The path under which it appears on our origin, e.g. `/mailbox`. */
  readonly prefix: string
  readonly upstream: string
}

/** Shows a neighbour's pages on our one origin: the mailbox, the sandbox provider's payment page. */
export function serveNeighbours(app: FastifyInstance, neighbours: readonly Neighbour[]): void {
  for (const { prefix, upstream } of neighbours) {
    app.register(async (scope) => {
      // Pages bring their own policy; ours is for answers that are not pages.
      scope.addHook('onRequest', (_request, response, done) => {
        response.removeHeader('content-security-policy')
        done()
      })
      await scope.register(httpProxy, {
        upstream,
        prefix,
        http: {},
        httpMethods: ['GET', 'POST', 'PUT', 'DELETE'],
      })
    })
  }
}
